using System.Text.Json;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary>One account of <c>channels status</c> in a line (spec 04 §13): what is not known is left out.</summary>
internal static class AccountLine
{
    private const int MostAllowed = 2;

    public static string Of(string label, JsonElement account, TimeProvider time)
    {
        var name = Text(account, "name") is { } given ? $" ({given})" : "";
        return $"{label} {Text(account, "accountId") ?? "default"}{name}: {string.Join(", ", Bits(account, time))}";
    }

    private static IEnumerable<string> Bits(JsonElement account, TimeProvider time)
    {
        foreach (var (member, yes, no) in ((string, string, string)[])
            [("enabled", "enabled", "disabled"), ("configured", "configured", "not configured"), ("linked", "linked", "not linked"),
             ("running", "running", "stopped"), ("connected", "connected", "disconnected")])
        {
            if (Flag(account, member) is { } value)
                yield return value ? yes : no;
        }

        if (Number(account, "lastInboundAt") is { } received)
            yield return $"in:{Ago.Since(received, time)}";
        if (Number(account, "lastOutboundAt") is { } sent)
            yield return $"out:{Ago.Since(sent, time)}";
        if (Text(account, "mode") is { } mode)
            yield return $"mode:{mode}";
        if (Member(Member(account, "probe"), "bot") is { } bot && Text(bot, "username") is { } username)
            yield return $"bot:@{username}";
        if (Text(account, "dmPolicy") is { } policy)
            yield return $"dm:{policy}";
        if (Allowed(account) is { Length: > 0 } allowed)
            yield return $"allow:{allowed}";
        if (Text(account, "tokenSource") is { } source and not "none")
            yield return $"token:{source}";
        if (Flag(account, "allowUnmentionedGroups") == true)
            yield return "groups:unmentioned";
        if (Member(account, "probe") is { } probe)
            yield return Flag(probe, "ok") == true ? "works" : "probe failed";
        if (Member(account, "audit") is { } audit)
            yield return Flag(audit, "ok") == true ? "audit ok" : "audit failed";
        if (Text(account, "lastError") is { } error)
            yield return $"error:{error}";
    }

    private static string Allowed(JsonElement account)
    {
        if (Member(account, "allowFrom") is not { ValueKind: JsonValueKind.Array } list)
            return "";
        var entries = list.EnumerateArray().Select(static entry => entry.ToString()).ToList();
        var more = entries.Count > MostAllowed ? $" +{entries.Count - MostAllowed}" : "";
        return string.Join(',', entries.Take(MostAllowed)) + more;
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static bool? Flag(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    private static long? Number(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
