using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Protocol;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Cron;

/// <summary>One job in the file: the form clients see, and the members inside its parts that only other releases know.</summary>
internal static class CronJobFile
{
    // Ours: other releases keep unknown members, so the count survives them.
    private const string RetryCount = "retryCount";

    private static readonly (string Part, string[] Known)[] s_parts =
    [
        ("schedule", ["kind", "atMs", "everyMs", "anchorMs", "expr", "tz"]),
        ("payload",
        [
            "kind", "text", "message", "model", "thinking", "timeoutSeconds", "deliver", "channel", "to", "bestEffortDeliver",
        ]),
        ("isolation", ["postToMainPrefix", "postToMainMode", "postToMainMaxChars"]),
        ("state", ["nextRunAtMs", "runningAtMs", "lastRunAtMs", "lastStatus", "lastError", "lastDurationMs", RetryCount]),
    ];

    /// <summary>Null when it is not a job, or its id cannot be a file name.</summary>
    public static StoredJob? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            var job = element.Deserialize(ProtocolJson.Default.CronJob);
            return job is { Schedule.Kind: not null, Payload.Kind: not null, State: not null } && PathGuard.IsFileId(job.Id)
                ? new StoredJob(job, Retries(element), Unknown(element))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Write(Utf8JsonWriter writer, StoredJob stored)
    {
        if (stored.Unknown is null && stored.Retries == 0)
        {
            JsonSerializer.Serialize(writer, stored.Job, ProtocolJson.Default.CronJob);
            return;
        }

        var tree = (JsonObject)JsonSerializer.SerializeToNode(stored.Job, ProtocolJson.Default.CronJob)!;
        foreach (var (part, members) in stored.Unknown ?? [])
        {
            if (tree[part] is not JsonObject target || members is not JsonObject unknown)
                continue;
            foreach (var (name, value) in unknown)
                target.TryAdd(name, value?.DeepClone());
        }

        if (stored.Retries > 0 && tree["state"] is JsonObject state)
            state[RetryCount] = stored.Retries;
        tree.WriteTo(writer);
    }

    private static int Retries(JsonElement element) =>
        element.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.Object
        && state.TryGetProperty(RetryCount, out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var number)
            ? Math.Max(0, number)
            : 0;

    private static JsonObject? Unknown(JsonElement element)
    {
        JsonObject? all = null;
        foreach (var (part, known) in s_parts)
        {
            if (!element.TryGetProperty(part, out var value) || value.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var member in value.EnumerateObject())
            {
                if (known.Contains(member.Name, StringComparer.Ordinal))
                    continue;
                all ??= [];
                if (all[part] is not JsonObject target)
                    all[part] = target = [];
                target[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            }
        }

        return all;
    }
}
