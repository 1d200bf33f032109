using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Contract;

namespace OpenClaw.Gateway.Channels;

/// <summary>Something that is to be done on a channel, asked for by an agent, a client or the command line (spec 10 §6.2).</summary>
internal sealed record ActionCall
{
    /// <summary>For example <c>send</c> or <c>react</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Where.</summary>
    public required IChannel Channel { get; init; }

    /// <summary>Account; null: the channel's default.</summary>
    public string? AccountId { get; init; }

    /// <summary>Recipient; null: as in the arguments.</summary>
    public string? To { get; init; }

    /// <summary>Topic; null: as in the arguments.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Everything else.</summary>
    public required ToolArguments Arguments { get; init; }

    /// <summary>Idempotency key of what is sent.</summary>
    public required string Key { get; init; }

    /// <summary>Which files may be attached.</summary>
    public required MediaGate Media { get; init; }

    /// <summary>True: only say what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>Why this recipient may not be written to; null: it may.</summary>
    public Func<Recipient, string?> Forbidden { get; init; } = static _ => null;

    /// <summary>The text as it goes to this recipient.</summary>
    public Func<Recipient, string, string> Marked { get; init; } = static (_, text) => text;
}
