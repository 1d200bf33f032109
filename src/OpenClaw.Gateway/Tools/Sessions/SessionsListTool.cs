using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Catalog;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary><c>sessions_list</c>: the sessions in reach (spec 09 §2).</summary>
internal sealed class SessionsListTool(SessionStore store, SessionReach reach) : ITool
{
    private const int MaxMessages = 20;

    private static readonly string[] s_copied =
        ["model", "contextTokens", "totalTokens", "thinkingLevel", "verboseLevel", "systemSent", "abortedLastRun", "sendPolicy"];

    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = "sessions_list",
        Summary = "List sessions, with filters and last messages",
        Description = "Lists the conversations of this assistant: key, kind, channel, last activity, model. messageLimit adds the last messages of each.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "kinds":{"type":"array","items":{"type":"string","enum":["main","group","cron","hook","node","other"]},"description":"Only these kinds"},
              "limit":{"type":"integer","minimum":1,"description":"Most sessions to list"},
              "activeMinutes":{"type":"integer","minimum":1,"description":"Only sessions that were active in the last minutes"},
              "messageLimit":{"type":"integer","minimum":0,"maximum":20,"description":"Last messages of each session to include"}}}
            """),
    };

    /// <inheritdoc/>
    public Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        var kinds = arguments.Texts("kinds");
        var since = arguments.Whole("activeMinutes", 1) is { } minutes
            ? store.Time.GetUtcNow().AddMinutes(-minutes).ToUnixTimeMilliseconds()
            : (long?)null;
        var messages = arguments.Whole("messageLimit", 0, MaxMessages) ?? 0;
        var rows = reach.All(call.Scene)
            .Where(pair => kinds.Count == 0 || kinds.Contains(Kind(pair.Key, pair.Entry), StringComparer.OrdinalIgnoreCase))
            .Where(pair => since is null || pair.Entry.UpdatedAt >= since)
            .Take(arguments.Whole("limit", 1) ?? int.MaxValue)
            .Select(pair => (JsonNode)Row(pair.Key, pair.Entry, messages))
            .ToArray();
        return Task.FromResult(ToolResult.Json(new JsonObject { ["count"] = rows.Length, ["sessions"] = new JsonArray(rows) }));
    }

    private JsonObject Row(string key, StoredSession entry, int messages)
    {
        var row = new JsonObject { ["key"] = key, ["kind"] = Kind(key, entry), ["channel"] = Channel(key, entry) };
        Set("displayName", SessionList.DisplayName(entry));
        Set("label", entry.Label);
        if (entry.Member("deliveryContext") is { } delivery)
            row["deliveryContext"] = JsonNode.Parse(delivery.GetRawText());
        row["updatedAt"] = entry.UpdatedAt;
        Set("sessionId", entry.SessionId);
        foreach (var name in s_copied)
        {
            if (entry.Member(name) is { } value)
                row[name] = JsonNode.Parse(value.GetRawText());
        }

        Set("lastChannel", entry.Text("lastChannel"));
        Set("lastTo", entry.Text("lastTo"));
        Set("lastAccountId", entry.Text("lastAccountId"));
        Set("spawnedBy", entry.SpawnedBy);
        Set("transcriptPath", store.Transcript(key, entry)?.FilePath);
        if (messages > 0)
            row["messages"] = SessionMessages.Last(store, key, entry, messages, withTools: false);
        return row;

        void Set(string name, string? value)
        {
            if (value is not null)
                row[name] = value;
        }
    }

    private string Kind(string key, StoredSession entry)
    {
        if (key == SessionKeys.ForMain(store.AgentOf(key), store.Agents.KeyRules))
            return "main";
        var rest = SessionKeys.Parse(key)?.Rest ?? key;
        return rest.Split(':')[0] switch
        {
            "cron" => "cron",
            "hook" => "hook",
            _ when rest.StartsWith("node-", StringComparison.Ordinal) || rest.StartsWith("node:", StringComparison.Ordinal) => "node",
            _ => SessionList.Kind(key, entry) == "group" ? "group" : "other",
        };
    }

    private static string Channel(string key, StoredSession entry)
    {
        if ((entry.Text("channel") ?? entry.Text("lastChannel")) is { } named)
            return named;
        var first = (SessionKeys.Parse(key)?.Rest ?? key).Split(':')[0];
        return ChannelCatalog.Find(first)?.Id ?? (first is "cron" or "hook" or "subagent" || first.StartsWith("node", StringComparison.Ordinal) ? "internal" : "unknown");
    }
}
