using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Cli.Commands.Sessions;

/// <summary>One stored conversation as it is listed.</summary>
internal sealed record SessionLine
{
    private static readonly string[] s_levels = ["thinkingLevel", "verboseLevel", "reasoningLevel", "elevatedLevel"];
    private static readonly string[] s_counts = ["inputTokens", "outputTokens"];

    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required long? UpdatedAt { get; init; }

    public required string? Model { get; init; }

    public required long? TotalTokens { get; init; }

    public required long? ContextTokens { get; init; }

    private StoredSession Entry { get; init; } = null!;

    public IEnumerable<string> Flags
    {
        get
        {
            foreach (var level in s_levels)
            {
                if (Entry.Text(level) is { } value)
                    yield return $"{level[..^"Level".Length]}:{value}";
            }
            if (Entry.Flag("systemSent") == true)
                yield return "system";
            if (Entry.Flag("abortedLastRun") == true)
                yield return "aborted";
            if (Entry.SessionId is { } id)
                yield return $"id:{id}";
        }
    }

    public static SessionLine From(string key, StoredSession entry, AgentDefaultsConfig defaults) => new()
    {
        Key = key,
        Kind = SessionList.Kind(key, entry),
        UpdatedAt = entry.UpdatedAt,
        Model = entry.Text("model") ?? defaults.Model?.Primary,
        TotalTokens = entry.Number("totalTokens") ?? Sum(entry),
        ContextTokens = entry.Number("contextTokens") ?? defaults.ContextTokens,
        Entry = entry,
    };

    public JsonObject ToJson(TimeProvider time)
    {
        var json = new JsonObject
        {
            ["key"] = Key,
            ["kind"] = Kind,
            ["updatedAt"] = UpdatedAt,
            ["ageMs"] = UpdatedAt is { } at ? time.GetUtcNow().ToUnixTimeMilliseconds() - at : null,
            ["sessionId"] = Entry.SessionId,
        };
        foreach (var level in s_levels)
        {
            if (Entry.Text(level) is { } value)
                json[level] = value;
        }
        if (Entry.Flag("systemSent") is { } sent)
            json["systemSent"] = sent;
        if (Entry.Flag("abortedLastRun") is { } aborted)
            json["abortedLastRun"] = aborted;
        foreach (var count in s_counts)
        {
            if (Entry.Number(count) is { } value)
                json[count] = value;
        }
        json["totalTokens"] = TotalTokens;
        json["model"] = Model;
        json["contextTokens"] = ContextTokens;
        return json;
    }

    private static long? Sum(StoredSession entry) => (entry.Number("inputTokens"), entry.Number("outputTokens")) switch
    {
        (null, null) => null,
        var (input, output) => (input ?? 0) + (output ?? 0),
    };
}
