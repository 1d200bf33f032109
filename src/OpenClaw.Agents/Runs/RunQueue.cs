using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Lanes;

namespace OpenClaw.Agents.Runs;

/// <summary>Where runs wait for their turn (spec 08 §7.3): first in the line of their session, then in the lane they share with others.</summary>
internal sealed class RunQueue(AgentDirectory agents, LaneScheduler lanes)
{
    /// <summary>
    /// Waits for a place. The place in the session's line is taken before this returns, on the caller's thread; everything after it happens
    /// on another.
    /// </summary>
    /// <returns>The place, or which line is full.</returns>
    public async Task<(RunPlace? Place, string? Problem)> EnterAsync(RunRequest request, CancellationToken ct)
    {
        var session = await lanes.EnterAsync($"session:{request.SessionKey}", 1, ct).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (session is null)
            return (null, "too many messages are waiting in this session");
        try
        {
            var (name, capacity, setting) = Shared(request.Lane);
            if (await lanes.EnterAsync(name, capacity, ct).ConfigureAwait(false) is { } shared)
            {
                var place = new RunPlace(session, shared);
                session = null;
                return (place, null);
            }

            return (null, $"too many runs are waiting ({setting})");
        }
        finally
        {
            session?.Dispose();
        }
    }

    /// <summary>A lane nobody knows is the main one: a caller cannot make itself a lane that is not limited.</summary>
    private (string Name, int Capacity, string Setting) Shared(string lane) => lane switch
    {
        RunLanes.Subagent => (lane, agents.Config.Agents.Defaults.SubagentMaxConcurrent, "agents.defaults.subagents.maxConcurrent"),
        RunLanes.Cron => (lane, agents.Config.Cron.MaxConcurrentRuns, "cron.maxConcurrentRuns"),
        RunLanes.Nested => (lane, 1, "steps between agents run one at a time"),
        _ => (RunLanes.Main, agents.Config.Agents.Defaults.MaxConcurrent, "agents.defaults.maxConcurrent"),
    };
}
