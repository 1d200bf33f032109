using OpenClaw.Channels.Access;
using OpenClaw.Channels.Inbound.Mentions;

namespace OpenClaw.Channels.Inbound.Gating;

/// <summary>Everything a decision about answering depends on.</summary>
public sealed record GateQuery
{
    /// <summary>The message.</summary>
    public required InboundEvent Event { get; init; }

    /// <summary>What its sender may do.</summary>
    public required AccessDecision Access { get; init; }

    /// <summary>What the config says about the group.</summary>
    public required GroupRules Group { get; init; }

    /// <summary>Whether it means us.</summary>
    public required MentionFinding Mention { get; init; }

    /// <summary><c>/activation</c> of the session: <c>mention</c>, <c>always</c>, or null.</summary>
    public string? Activation { get; init; }

    /// <summary>True when the text is a command of the gateway.</summary>
    public bool IsCommand { get; init; }

    /// <summary>True when the command is <c>/activation</c>.</summary>
    public bool IsActivation { get; init; }

    /// <summary>True when commands are the owner's alone on this channel.</summary>
    public bool EnforcesOwner { get; init; }
}
