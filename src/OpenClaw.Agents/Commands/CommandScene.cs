using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands;

/// <summary>Where a command was given, and by whom.</summary>
public sealed record CommandScene
{
    /// <summary>The run the message would have started; the command's answer goes out under its name.</summary>
    public required string RunId { get; init; }

    /// <summary>Canonical session key.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The agent of that session.</summary>
    public required string AgentId { get; init; }

    /// <summary>Who gave it.</summary>
    public required CommandSender Sender { get; init; }

    /// <summary>What the sender's way in may do.</summary>
    public required RunCaller Caller { get; init; }

    /// <summary>Channel it came in on.</summary>
    public required string Channel { get; init; }

    /// <summary>The session's entry when the command was given; null for a new session.</summary>
    public StoredSession? Session { get; init; }

    /// <summary>Account, peer and thread on the channel.</summary>
    public string? AccountId { get; init; }

    /// <inheritdoc cref="AccountId"/>
    public string? To { get; init; }

    /// <inheritdoc cref="AccountId"/>
    public string? ThreadId { get; init; }

    /// <summary>True in a group or a room.</summary>
    public bool IsGroup { get; init; }

    /// <summary>True where messages go to a messaging channel instead of a client of the gateway.</summary>
    public bool IsMessaging { get; init; }
}
