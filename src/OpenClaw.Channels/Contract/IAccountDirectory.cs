namespace OpenClaw.Channels.Contract;

/// <summary>Which channels there are and which of their accounts run. Safe from any thread.</summary>
public interface IAccountDirectory
{
    /// <summary>Channels of the config that can receive and send, in display order.</summary>
    IReadOnlyList<IChannel> Channels { get; }

    /// <summary>The channel of an id or alias when it is among <see cref="Channels"/>.</summary>
    IChannel? Find(string? channel);

    /// <summary>The account of that id while it runs; null otherwise. Null id: the channel's default account.</summary>
    IChannelAccount? Running(string channel, string? accountId);

    /// <summary>Why nothing can be sent on this account right now; null: it can. Used to fail fast with the right code (spec 10 §5.10).</summary>
    Outbound.SendFault? Unavailable(string channel, string? accountId);

    /// <summary>A running account became ready or its state changed.</summary>
    event Action<IChannelAccount>? Changed;

    /// <summary>Notes traffic for <c>lastInboundAt</c>/<c>lastOutboundAt</c>.</summary>
    void NoteActivity(string channel, string accountId, bool inbound);
}
