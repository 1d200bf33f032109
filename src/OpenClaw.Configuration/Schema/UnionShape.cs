using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>A value of one of several shapes.</summary>
internal sealed record UnionShape(IReadOnlyList<ConfigShape> Alternatives) : ConfigShape
{
    public override string Expectation => string.Join(" or ", Alternatives.Select(a => a.Expectation).Distinct());

    public override void Check(JsonNode? value, ShapeCheck check)
    {
        foreach (var alternative in Alternatives)
        {
            var trial = new ShapeCheck();
            alternative.Check(value, trial);
            if (trial.Faults.Count == 0)
                return;
        }
        check.Fault("Invalid input", "must be " + Expectation);
    }

    public override JsonObject ToJsonSchema()
    {
        // Plain types are written as a list of types, as the original's schema does.
        var types = Alternatives.Select(a => a.ToJsonSchema()).ToList();
        return types.All(t => t.Count == 1 && t.ContainsKey("type")) && Alternatives.All(a => a is TextShape or NumberShape or FlagShape)
            ? new() { ["type"] = new JsonArray([.. types.Select(t => t["type"]!.DeepClone())]) }
            : new() { ["anyOf"] = new JsonArray([.. types]) };
    }

    public override JsonNode? Order(JsonNode? value) =>
        value is JsonObject && Alternatives.OfType<ObjectShape>().FirstOrDefault() is { } shape ? shape.Order(value) : value?.DeepClone();
}
