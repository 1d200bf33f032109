using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>Compares a response with the recorded one: shape, and of the values ok, error code and error message.</summary>
internal static class AnswerComparer
{
    public static IEnumerable<Difference> Compare(string on, JsonObject recorded, JsonObject actual)
    {
        if (recorded["ok"]!.GetValue<bool>() != actual["ok"]!.GetValue<bool>())
        {
            var got = (actual["error"] ?? actual["payload"])?.ToJsonString() ?? "nothing";
            return [new Difference(on, "$.ok", DifferenceKind.Value, $"recorded {recorded["ok"]}, got {actual["ok"]}: {got[..Math.Min(200, got.Length)]}")];
        }
        return ShapeComparer.Compare(on, recorded, actual)
            .Concat(Text(on, "code", recorded, actual))
            .Concat(Text(on, "message", recorded, actual));
    }

    private static IEnumerable<Difference> Text(string on, string name, JsonObject recorded, JsonObject actual)
    {
        var wanted = recorded["error"]?[name]?.GetValue<string>();
        var got = actual["error"]?[name]?.GetValue<string>();
        if (wanted is not null && got is not null && !Placeholders.Matches(wanted, got))
            yield return new Difference(on, $"$.error.{name}", DifferenceKind.Value, $"recorded \"{wanted}\", got \"{got}\"");
    }
}
