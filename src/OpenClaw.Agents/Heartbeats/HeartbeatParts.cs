using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>What heartbeats work with.</summary>
public sealed record HeartbeatParts
{
    /// <summary>Which agents there are.</summary>
    public required AgentDirectory Agents { get; init; }

    /// <summary>Their sessions.</summary>
    public required SessionStore Sessions { get; init; }

    /// <summary>Which model a beat uses.</summary>
    public required ModelSelection Models { get; init; }

    /// <summary>Runs the turns.</summary>
    public required AgentRunner Runner { get; init; }

    /// <summary>Tells whether the main lane is free.</summary>
    public required LaneScheduler Lanes { get; init; }

    /// <summary>What waits for the agents.</summary>
    public required SystemEventQueue Notes { get; init; }

    /// <summary>Sends answers.</summary>
    public required FinalReplies Delivery { get; init; }

    /// <summary>Switched by clients; holds the last beat.</summary>
    public required HeartbeatSwitch Switch { get; init; }

    /// <summary>Hears of beats.</summary>
    public required IHeartbeatListener Listener { get; init; }

    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }
}
