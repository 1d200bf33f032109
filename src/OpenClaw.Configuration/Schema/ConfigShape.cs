using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>
/// What a value of the config must look like. The one description from which validation, the JSON Schema of <c>config.schema</c>, its
/// form hints and the order of keys all come.
/// </summary>
internal abstract record ConfigShape
{
    /// <summary>Adds what is wrong with a value.</summary>
    public abstract void Check(JsonNode? value, ShapeCheck check);

    /// <summary>The shape as JSON Schema draft-07.</summary>
    public abstract JsonObject ToJsonSchema();

    /// <summary>Continues "must be": <c>a string</c>, <c>an integer between 1 and 65535</c>.</summary>
    public abstract string Expectation { get; }

    /// <summary>A copy with keys in the order of the description. Only what already passed <see cref="Check"/> is handed in.</summary>
    public virtual JsonNode? Order(JsonNode? value) => value?.DeepClone();
}
