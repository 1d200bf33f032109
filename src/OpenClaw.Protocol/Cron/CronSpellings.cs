using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Protocol.Cron;

/// <summary>
/// The spellings that <c>cron.add</c> and <c>cron.update</c> have always accepted, brought into the form the schema describes (spec 02 §11).
/// What cannot be read is left as it is, for the check to name it.
/// </summary>
internal static class CronSpellings
{
    private const int NameChars = 60;

    /// <summary>Params of <c>cron.add</c>.</summary>
    public static ReadOnlyMemory<byte> Add(ReadOnlyMemory<byte> json) => Rewrite(json, static root =>
    {
        var job = Unwrapped(root);
        Common(job);
        job.TryAdd("wakeMode", "next-heartbeat");
        if (job["payload"] is not JsonObject payload)
            return job;
        if (!job.ContainsKey("sessionTarget") && Target(payload) is { } target)
            job["sessionTarget"] = target;
        if (!job.ContainsKey("name") && Title(payload) is { } title)
            job["name"] = title;
        return job;
    });

    /// <summary>Params of <c>cron.update</c>.</summary>
    public static ReadOnlyMemory<byte> Update(ReadOnlyMemory<byte> json) => Rewrite(json, static root =>
    {
        if (root["patch"] is not JsonObject patch)
            return root;
        var change = Unwrapped(patch);
        Common(change);
        root["patch"] = change == patch ? patch : change.DeepClone();
        return root;
    });

    private static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> json, Func<JsonObject, JsonObject> change)
    {
        try
        {
            return JsonNode.Parse(json.Span) is JsonObject root ? System.Text.Encoding.UTF8.GetBytes(change(root).ToJsonString()) : json;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Not JSON, or a member twice: the check says so.
            return json;
        }
    }

    private static JsonObject Unwrapped(JsonObject root) => root["data"] as JsonObject ?? root["job"] as JsonObject ?? root;

    private static void Common(JsonObject job)
    {
        if (Text(job["enabled"])?.Trim().ToLowerInvariant() is "true" or "false")
            job["enabled"] = Text(job["enabled"])!.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
        if (job["schedule"] is JsonObject schedule)
            Schedule(schedule);
        if (job["payload"] is JsonObject payload)
            Payload(payload);
    }

    private static void Schedule(JsonObject schedule)
    {
        if (!schedule.ContainsKey("atMs") && schedule["at"] is { } at)
            schedule["atMs"] = at.DeepClone();
        schedule.Remove("at");
        if (Text(schedule["atMs"]) is { } text && Time(text) is { } ms)
            schedule["atMs"] = ms;
        if (schedule.ContainsKey("kind"))
            return;
        if (schedule.ContainsKey("atMs"))
            schedule["kind"] = "at";
        else if (schedule.ContainsKey("everyMs"))
            schedule["kind"] = "every";
        else if (schedule.ContainsKey("expr"))
            schedule["kind"] = "cron";
    }

    private static void Payload(JsonObject payload)
    {
        if (!payload.ContainsKey("kind"))
        {
            if (payload.ContainsKey("text"))
                payload["kind"] = "systemEvent";
            else if (payload.ContainsKey("message"))
                payload["kind"] = "agentTurn";
        }

        if (payload["provider"] is { } provider)
        {
            payload.TryAdd("channel", provider.DeepClone());
            payload.Remove("provider");
        }

        if (Text(payload["channel"]) is { } channel)
            payload["channel"] = channel.Trim().ToLowerInvariant();
    }

    private static string? Target(JsonObject payload) => Text(payload["kind"]) switch
    {
        "systemEvent" => "main",
        "agentTurn" => "isolated",
        _ => null,
    };

    private static string? Title(JsonObject payload)
    {
        var text = (Text(payload["text"]) ?? Text(payload["message"]))?.ReplaceLineEndings(" ").Trim();
        return text is not { Length: > 0 } ? null : text.Length > NameChars ? text[..NameChars].TrimEnd() : text;
    }

    /// <summary>Digits are epoch milliseconds; anything else is a date, of UTC when it names no zone.</summary>
    private static long? Time(string text)
    {
        var value = text.Trim();
        if (value.Length > 0 && value.All(char.IsAsciiDigit))
            return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? ms : null;
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at.ToUnixTimeMilliseconds()
            : null;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
