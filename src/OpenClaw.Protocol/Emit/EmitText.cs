using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Emit;

/// <summary>Wordings that several documents share.</summary>
internal static class EmitText
{
    /// <summary>First line of a generated source file, without its comment mark.</summary>
    public const string Notice = "Generated from the wire types by `openclaw protocol`. Do not edit.";

    public static string Scope(MethodScope scope) => scope switch
    {
        MethodScope.NodeOnly => "node",
        MethodScope.Read => Scopes.Read,
        MethodScope.Write => Scopes.Write,
        MethodScope.Approvals => Scopes.Approvals,
        MethodScope.Pairing => Scopes.Pairing,
        _ => Scopes.Admin,
    };

    public static string Audience(EventAudience audience) => audience switch
    {
        EventAudience.Targeted => "targeted",
        EventAudience.Readers => Scopes.Read,
        EventAudience.Pairing => Scopes.Pairing,
        EventAudience.Approvals => Scopes.Approvals,
        _ => "everyone",
    };

    /// <summary>What a successful response may carry.</summary>
    public static Shape Result(MethodDefinition method) =>
        method.ResultMayBeNull ? new UnionShape([method.ResultShape, new NullShape()]) : method.ResultShape;

    /// <summary>Limits of a value in words, or null without any.</summary>
    public static string? Limits(Shape shape) => shape switch
    {
        TextShape text => Range(text.Min, 0, text.Max, -1, "characters"),
        ArrayShape { Item: TextShape { Min: > 0 } item } array =>
            string.Join(", ", new[] { Range(array.Min, 0, array.Max, -1, "items"), $"each {Range(item.Min, 0, item.Max, -1, "characters")}" }.OfType<string>()),
        ArrayShape array => Range(array.Min, 0, array.Max, -1, "items"),
        NumberShape number => Range(number.Min, double.NegativeInfinity, number.Max, double.PositiveInfinity, number.Whole ? "integer" : ""),
        UnionShape { Name: null, Branches: [var first, NullShape] } => Limits(first),
        _ => null,
    };

    private static string? Range(double min, double noMin, double max, double noMax, string unit)
    {
        var text = (min != noMin, max != noMax) switch
        {
            (true, true) => $"{min:0.##}..{max:0.##}",
            (true, false) => $">= {min:0.##}",
            (false, true) => $"<= {max:0.##}",
            _ => null,
        };
        return text is null ? unit == "integer" ? unit : null : $"{text} {unit}".TrimEnd();
    }
}
