using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>One of a few words.</summary>
/// <param name="Values">The words.</param>
/// <param name="IsEnum">Which of the two forms the original's schema has; it decides the wire wording and the JSON Schema.</param>
internal sealed record ChoiceShape(IReadOnlyList<string> Values, bool IsEnum) : ConfigShape
{
    public override string Expectation => Values.Count == 1
        ? $"\"{Values[0]}\""
        : "one of " + string.Join(", ", Values.Select(v => $"\"{v}\""));

    public override void Check(JsonNode? value, ShapeCheck check)
    {
        if (value?.GetValueKind() == JsonValueKind.String && Values.Contains(value.GetValue<string>()))
            return;
        var wire = IsEnum ? "Invalid option: expected one of " + string.Join('|', Values.Select(v => $"\"{v}\""))
            : Values.Count == 1 ? $"Invalid input: expected \"{Values[0]}\""
            : "Invalid input";
        var nearest = value?.GetValueKind() == JsonValueKind.String ? NearestName.Of(value.GetValue<string>(), Values) : null;
        check.Fault(wire, $"must be {Expectation}" + (nearest is null ? "" : $"; did you mean \"{nearest}\"?"));
    }

    public override JsonObject ToJsonSchema()
    {
        if (IsEnum)
            return new() { ["type"] = "string", ["enum"] = new JsonArray([.. Values.Select(v => JsonValue.Create(v))]) };
        if (Values.Count == 1)
            return Constant(Values[0]);
        return new() { ["anyOf"] = new JsonArray([.. Values.Select(Constant)]) };
    }

    private static JsonObject Constant(string value) => new() { ["type"] = "string", ["const"] = value };
}
