using OpenClaw.Agents.Heartbeats;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Channels.Status;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Gateway.ControlPlane.Health;

/// <summary>Gathers what <c>health</c> says about channels, agents and sessions (spec 02 §2).</summary>
/// <param name="agents">Agents.</param>
/// <param name="sessions">Their sessions.</param>
/// <param name="channels">How the channels are.</param>
/// <param name="journal">How the journal of messages is; null while no channel is in use.</param>
/// <param name="time">Clock.</param>
internal sealed class HealthReporter(
    AgentDirectory agents, SessionStore sessions, IChannelStatusSource channels, Func<HealthJournal?> journal, TimeProvider time) : IHealthReporter
{
    private const int MaxRecent = 5;

    /// <inheritdoc/>
    public async ValueTask<HealthResult> ReportAsync(bool probe, CancellationToken cancellationToken)
    {
        var channelHealth = await channels.GetHealthAsync(probe, cancellationToken).ConfigureAwait(false);
        var defaultId = agents.DefaultId;
        var rows = agents.Ids().Select(id => RowOf(id, id == defaultId)).ToArray();
        var own = rows.FirstOrDefault(r => r.IsDefault);
        return new HealthResult
        {
            Ok = true,
            Ts = 0,
            DurationMs = 0,
            Channels = channelHealth.Summaries,
            ChannelOrder = channelHealth.Order,
            ChannelLabels = channelHealth.Labels,
            HeartbeatSeconds = (own?.Heartbeat.EveryMs ?? 0) / 1000,
            DefaultAgentId = defaultId,
            Agents = rows,
            Sessions = own?.Sessions ?? GlanceOf(defaultId),
            LinkChannel = channelHealth.Link,
            Journal = journal(),
        };
    }

    private HealthAgent RowOf(string agentId, bool isDefault)
    {
        var plan = HeartbeatPlan.Of(agents, agentId);
        return new HealthAgent
        {
            AgentId = agentId,
            Name = agents.Entry(agentId)?.Name,
            IsDefault = isDefault,
            Heartbeat = new HealthHeartbeat
            {
                Enabled = plan.Enabled,
                Every = plan.Every,
                EveryMs = plan.EveryMs,
                Prompt = plan.Prompt,
                Target = plan.Target,
                Model = plan.Model,
                AckMaxChars = plan.AckMaxChars,
            },
            Sessions = GlanceOf(agentId),
        };
    }

    private SessionsGlance GlanceOf(string agentId)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var entries = SessionRows.Newest(sessions.Entries(agentId));
        return new SessionsGlance
        {
            Path = agents.SessionPaths.Store(agentId),
            Count = entries.Count,
            Recent =
            [
                .. entries.Take(MaxRecent).Select(e => new RecentSession
                {
                    Key = e.Key,
                    UpdatedAt = e.Value.UpdatedAt,
                    Age = e.Value.UpdatedAt is { } updated ? now - updated : null,
                }),
            ],
        };
    }
}
