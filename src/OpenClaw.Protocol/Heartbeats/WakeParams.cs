using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Heartbeats;

/// <summary>Params of <c>wake</c>.</summary>
public sealed record WakeParams
{
    /// <summary>When the agent should look.</summary>
    [Values("now", "next-heartbeat")]
    public required string Mode { get; init; }

    /// <summary>What it should see.</summary>
    [Size(Min = 1)]
    public required string Text { get; init; }
}
