using System.Globalization;
using System.Text.Json;

namespace OpenClaw.Cli.Commands;

/// <summary>One channel of a health payload in a few words (spec 04 §5.1), and what is wrong with it.</summary>
internal static class ChannelText
{
    private static readonly string[] s_said = ["not linked", "not configured", "disabled"];

    public static string Of(JsonElement channel)
    {
        if (channel.ValueKind != JsonValueKind.Object)
            return "unknown";
        var trouble = Text(channel, "lastError") is { Length: > 0 } error && !s_said.Contains(error) ? $" - {error}" : "";
        return StateOf(channel) + trouble;
    }

    /// <summary><c>OFF</c>, <c>SETUP</c>, <c>WARN</c> or <c>OK</c>, for tables.</summary>
    public static string Verdict(JsonElement channel)
    {
        if (channel.ValueKind != JsonValueKind.Object)
            return "WARN";
        if (Text(channel, "lastError") == "disabled")
            return "OFF";
        if (Flag(channel, "linked") == false || Flag(channel, "configured") == false)
            return "SETUP";
        var connected = Flag(channel, "connected") ?? true;
        return Flag(channel, "running") == true && connected && Text(channel, "lastError") is null ? "OK" : "WARN";
    }

    private static string StateOf(JsonElement channel)
    {
        if (channel.TryGetProperty("linked", out var linked) && linked.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return linked.GetBoolean() ? $"linked{AuthAge(channel)}" : "not linked";
        if (channel.TryGetProperty("probe", out var probe) && probe.ValueKind == JsonValueKind.Object)
            return Probe(probe);
        return Flag(channel, "configured") switch
        {
            true => "configured",
            false => "not configured",
            null => "unknown",
        };
    }

    private static string Probe(JsonElement probe)
    {
        if (Flag(probe, "ok") != true)
            return $"failed ({Text(probe, "status") ?? "unknown"}) - {Text(probe, "error") ?? "unknown error"}";
        var bot = probe.TryGetProperty("bot", out var b) && Text(b, "username") is { } name ? $" (@{name})" : "";
        var time = probe.TryGetProperty("elapsedMs", out var ms) && ms.ValueKind == JsonValueKind.Number ? $" ({ms.GetRawText()}ms)" : "";
        return $"ok{bot}{time}";
    }

    private static string AuthAge(JsonElement channel) =>
        channel.TryGetProperty("authAgeMs", out var age) && age.ValueKind == JsonValueKind.Number && age.TryGetInt64(out var ms)
            ? $" (auth age {(ms / 60_000).ToString(CultureInfo.InvariantCulture)}m)"
            : "";

    private static bool? Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
