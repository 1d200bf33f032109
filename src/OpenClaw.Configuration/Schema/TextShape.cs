using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenClaw.Configuration.Schema;

/// <summary>A string.</summary>
internal sealed record TextShape(int Min = 0, int? Max = null, Regex? Pattern = null, string? Meaning = null) : ConfigShape
{
    public override string Expectation => (Meaning, Min, Max) switch
    {
        ({ } meaning, _, _) => meaning,
        (_, _, { } max) => $"a string of at most {max} characters",
        (_, > 0, _) => "a string that is not empty",
        _ => "a string",
    };

    public override void Check(JsonNode? value, ShapeCheck check)
    {
        if (value is null || value.GetValueKind() != JsonValueKind.String)
        {
            check.WrongType("string", value, Expectation);
            return;
        }
        var text = value.GetValue<string>();
        if (text.Length < Min)
            check.Fault($"Too small: expected string to have >={Min} characters", "must be " + Expectation);
        else if (text.Length > Max)
            check.Fault($"Too big: expected string to have <={Max} characters", "must be " + Expectation);
        else if (Pattern is not null && !Pattern.IsMatch(text))
            check.Fault($"Invalid string: must match pattern /{Pattern}/", "must be " + Expectation);
    }

    public override JsonObject ToJsonSchema()
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Min > 0)
            schema["minLength"] = Min;
        if (Max is not null)
            schema["maxLength"] = Max;
        if (Pattern is not null)
            schema["pattern"] = Pattern.ToString();
        return schema;
    }
}
