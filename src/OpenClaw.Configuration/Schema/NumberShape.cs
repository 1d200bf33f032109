using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>A number, whole or not, within bounds.</summary>
internal sealed record NumberShape(bool Whole, double? Min = null, double? Max = null, double? Above = null) : ConfigShape
{
    private const double SafeLimit = 9007199254740991;

    public override string Expectation
    {
        get
        {
            var kind = Whole ? "an integer" : "a number";
            var low = Min ?? (Whole && Above is { } above ? above + 1 : null);
            var high = Max is { } max && max < SafeLimit ? Max : null;
            return (low, high, Above) switch
            {
                ({ } from, { } to, _) => string.Create(CultureInfo.InvariantCulture, $"{kind} between {from} and {to}"),
                ({ } from, _, _) => string.Create(CultureInfo.InvariantCulture, $"{kind}, {from} or more"),
                (_, { } to, _) => string.Create(CultureInfo.InvariantCulture, $"{kind}, {to} or less"),
                (_, _, { } over) => string.Create(CultureInfo.InvariantCulture, $"{kind} greater than {over}"),
                _ => kind,
            };
        }
    }

    public override void Check(JsonNode? value, ShapeCheck check)
    {
        if (value is not JsonValue number || number.GetValueKind() != JsonValueKind.Number)
        {
            check.WrongType("number", value, Expectation);
            return;
        }
        var n = Json.Number(number);
        var limit = Max ?? (Whole ? SafeLimit : null);
        if (Whole && Math.Floor(n) != n)
            check.Fault("Invalid input: expected int, received number", "must be " + Expectation);
        else if (n < Min)
            check.Fault(string.Create(CultureInfo.InvariantCulture, $"Too small: expected number to be >={Min}"), "must be " + Expectation);
        else if (n <= Above)
            check.Fault(string.Create(CultureInfo.InvariantCulture, $"Too small: expected number to be >{Above}"), "must be " + Expectation);
        else if (n > limit)
            check.Fault(string.Create(CultureInfo.InvariantCulture, $"Too big: expected number to be <={limit}"), "must be " + Expectation);
    }

    public override JsonObject ToJsonSchema()
    {
        var schema = new JsonObject { ["type"] = Whole ? "integer" : "number" };
        if (Above is { } above)
            schema["exclusiveMinimum"] = above;
        if (Min is { } min)
            schema["minimum"] = min;
        if ((Max ?? (Whole ? SafeLimit : null)) is { } max)
            schema["maximum"] = max;
        return schema;
    }
}
