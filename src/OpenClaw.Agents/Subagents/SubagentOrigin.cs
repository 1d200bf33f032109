using OpenClaw.Agents.Delivery;

namespace OpenClaw.Agents.Subagents;

/// <summary>Where the conversation took place in which a sub-agent was started; its report is delivered there.</summary>
public sealed record SubagentOrigin
{
    /// <summary>Channel; null or <c>webchat</c>: clients hear of it by events.</summary>
    public string? Channel { get; init; }

    /// <summary>Account on it.</summary>
    public string? AccountId { get; init; }

    /// <summary>Peer or group.</summary>
    public string? To { get; init; }

    /// <summary>Topic or thread.</summary>
    public string? ThreadId { get; init; }

    /// <summary>The same as a target; null when there is no messaging channel.</summary>
    internal DeliveryTarget? Target => Channel is null or "webchat" ? null : new DeliveryTarget(Channel, To, AccountId, ThreadId);
}
