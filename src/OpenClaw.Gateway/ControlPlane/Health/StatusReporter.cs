using OpenClaw.Agents.Heartbeats;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Channels.Status;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Gateway.ControlPlane.Health;

/// <summary>Gathers what <c>status</c> says (spec 02 §2).</summary>
internal sealed class StatusReporter(
    AgentDirectory agents,
    SessionStore sessions,
    ModelSelection models,
    SystemEventQueue notes,
    IChannelStatusSource channels,
    TimeProvider time)
{
    private const int MaxRecent = 10;

    private static readonly (string Flag, string Member)[] s_levels =
        [("think", "thinkingLevel"), ("verbose", "verboseLevel"), ("reasoning", "reasoningLevel"), ("elevated", "elevatedLevel")];

    public async ValueTask<StatusResult> ReportAsync(CancellationToken cancellationToken)
    {
        var channelHealth = await channels.GetHealthAsync(probe: false, cancellationToken).ConfigureAwait(false);
        var unserved = UnservedAccounts.Find(agents.Config, [.. channels.Loaded]);
        var ids = agents.Ids();
        var byAgent = ids.Select(id => (Id: id, Path: agents.SessionPaths.Store(id), Rows: RowsOf(id))).ToArray();
        var model = models.DefaultInfo(agents.DefaultId);
        var main = SessionKeys.ForMain(agents.DefaultId, agents.KeyRules);
        return new StatusResult
        {
            LinkChannel = channelHealth.Link,
            Heartbeat = new StatusHeartbeat
            {
                DefaultAgentId = agents.DefaultId,
                Agents = [.. ids.Select(HeartbeatOf)],
            },
            ChannelSummary = [.. channelHealth.Lines, .. unserved.Select(u => u.LastError)],
            QueuedSystemEvents = [.. notes.Peek(main).Select(n => n.Text)],
            Sessions = new StatusSessions
            {
                Paths = [.. byAgent.Select(a => a.Path).Distinct()],
                Count = byAgent.Sum(a => a.Rows.Count),
                Defaults = new StatusSessionDefaults
                {
                    Model = model?.Ref.Id ?? models.Default(agents.DefaultId).Id,
                    ContextTokens = model is null ? null : models.ContextTokens(model),
                },
                Recent = [.. byAgent.SelectMany(a => a.Rows).OrderByDescending(r => r.UpdatedAt ?? 0).Take(MaxRecent)],
                ByAgent =
                [
                    .. byAgent.Select(a => new StatusAgentSessions { AgentId = a.Id, Path = a.Path, Count = a.Rows.Count, Recent = [.. a.Rows.Take(MaxRecent)] }),
                ],
            },
        };
    }

    private StatusHeartbeatAgent HeartbeatOf(string agentId)
    {
        var plan = HeartbeatPlan.Of(agents, agentId);
        return new StatusHeartbeatAgent { AgentId = agentId, Enabled = plan.Enabled, Every = plan.Every, EveryMs = plan.EveryMs };
    }

    private List<StatusSession> RowsOf(string agentId)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var fallback = models.DefaultInfo(agentId);
        return [.. SessionRows.Newest(sessions.Entries(agentId)).Select(e => RowOf(agentId, e.Key, e.Value, fallback, now))];
    }

    private StatusSession RowOf(string agentId, string key, StoredSession entry, ModelInfo? fallback, long now)
    {
        var context = entry.Number("contextTokens") ?? (fallback is null ? null : models.ContextTokens(fallback));
        var total = entry.Number("totalTokens") ?? ((entry.Number("inputTokens") ?? 0) + (entry.Number("outputTokens") ?? 0));
        return new StatusSession
        {
            AgentId = agentId,
            Key = key,
            Kind = KindOf(key, entry),
            SessionId = entry.SessionId,
            UpdatedAt = entry.UpdatedAt,
            Age = entry.UpdatedAt is { } updated ? now - updated : null,
            ThinkingLevel = entry.Text("thinkingLevel"),
            VerboseLevel = entry.Text("verboseLevel"),
            ReasoningLevel = entry.Text("reasoningLevel"),
            ElevatedLevel = entry.Text("elevatedLevel"),
            SystemSent = entry.Flag("systemSent"),
            AbortedLastRun = entry.Flag("abortedLastRun"),
            InputTokens = entry.Number("inputTokens"),
            OutputTokens = entry.Number("outputTokens"),
            TotalTokens = total,
            RemainingTokens = context is null ? null : Math.Max(0, context.Value - total),
            PercentUsed = context is > 0 ? Math.Min(999, (long)Math.Round(100.0 * total / context.Value)) : null,
            Model = entry.Text("model") ?? fallback?.Ref.Id,
            ContextTokens = context,
            Flags = [.. FlagsOf(entry)],
        };
    }

    private static string KindOf(string key, StoredSession entry)
    {
        if (entry.Text("chatType") is "group" or "channel")
            return "group";
        return key.Contains(":group:", StringComparison.Ordinal) || key.Contains(":channel:", StringComparison.Ordinal) ? "group" : "direct";
    }

    private static IEnumerable<string> FlagsOf(StoredSession entry)
    {
        foreach (var (name, member) in s_levels)
        {
            if (entry.Text(member) is { } level)
                yield return $"{name}:{level}";
        }
        if (entry.Flag("systemSent") == true)
            yield return "system";
        if (entry.Flag("abortedLastRun") == true)
            yield return "aborted";
        if (entry.SessionId is { } id)
            yield return $"id:{id}";
    }
}
