using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>True or false.</summary>
internal sealed record FlagShape : ConfigShape
{
    public override string Expectation => "true or false";

    public override void Check(JsonNode? value, ShapeCheck check)
    {
        if (value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            check.WrongType("boolean", value, Expectation);
    }

    public override JsonObject ToJsonSchema() => new() { ["type"] = "boolean" };
}
