using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>A list of values of one shape.</summary>
internal sealed record ListShape(ConfigShape Item) : ConfigShape
{
    public override string Expectation => Item is TextShape ? "a list of strings" : "a list";

    public override void Check(JsonNode? value, ShapeCheck check)
    {
        if (value is not JsonArray list)
        {
            check.WrongType("array", value, Expectation);
            return;
        }
        for (var i = 0; i < list.Count; i++)
        {
            var item = list[i];
            check.Inside(i.ToString(CultureInfo.InvariantCulture), c => Item.Check(item, c));
        }
    }

    public override JsonObject ToJsonSchema() => new() { ["type"] = "array", ["items"] = Item.ToJsonSchema() };

    public override JsonNode? Order(JsonNode? value) => value is JsonArray list ? new JsonArray([.. list.Select(Item.Order)]) : value?.DeepClone();
}
