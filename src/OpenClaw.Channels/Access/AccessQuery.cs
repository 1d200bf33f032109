using OpenClaw.Channels.Inbound;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Access;

/// <summary>Everything a decision about access depends on.</summary>
public sealed record AccessQuery
{
    /// <summary>What happened.</summary>
    public required InboundEvent Event { get; init; }

    /// <summary>Settings of the account, its own over the channel's.</summary>
    public required ChannelAccountConfig Account { get; init; }

    /// <summary>Senders that were approved by a pairing code; all accounts of a channel share them.</summary>
    public IReadOnlyList<string> Paired { get; init; } = [];

    /// <summary><c>commands.useAccessGroups</c>: false lets everybody who is let in use commands.</summary>
    public bool UseAccessGroups { get; init; } = true;

    /// <summary>True when commands are the owner's alone on this channel.</summary>
    public bool EnforcesOwner { get; init; }

    /// <summary>The group and topic settings that hold; empty ones for direct chats.</summary>
    internal GroupRules Group => field ??= GroupRules.Of(Account, Event);

    internal bool IsDirect => Event.ChatType == "direct";

    internal AllowList ListOf(IReadOnlyList<string> entries) => new(Event.Channel, entries);
}
