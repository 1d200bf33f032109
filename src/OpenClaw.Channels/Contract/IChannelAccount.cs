using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Contract;

/// <summary>One connected identity on a channel. Made by <see cref="IChannel.Open"/>, run and restarted by its supervisor, never by itself.</summary>
public interface IChannelAccount : IAsyncDisposable
{
    /// <summary>Its id.</summary>
    string AccountId { get; }

    /// <summary>How it is now. Cheap; safe from any thread.</summary>
    AccountState State { get; }

    /// <summary>
    /// Connects and receives until stopped. Returns or throws when it ends by itself: the supervisor begins it anew after a pause, unless
    /// it threw <see cref="AccountStoppedException"/>, which means that somebody has to act first.
    /// </summary>
    Task RunAsync(CancellationToken stop);

    /// <summary>True when a send has a chance now; parts wait in the outbox until then.</summary>
    bool IsReady { get; }

    /// <summary>Sends one part. Failures are results.</summary>
    /// <param name="part">What to send.</param>
    /// <param name="clientId">Stable name of this send: where the platform allows it, a repetition under the same name is no second message.</param>
    /// <param name="ct">Gives up; the outcome is unknown then.</param>
    Task<PartResult> SendAsync(OutboundPart part, string clientId, CancellationToken ct);

    /// <summary>Does something to or beside a message: reaction, edit, deletion, read mark, typing. Failures are results.</summary>
    Task<ActionResult> ActAsync(ChannelAction action, CancellationToken ct);

    /// <summary>Brings an attachment of an inbound message to a local file, after access was granted. Failures are results.</summary>
    /// <param name="media">The attachment.</param>
    /// <param name="maxBytes">Larger ones are not brought.</param>
    /// <param name="ct">Gives up.</param>
    Task<FetchedMedia> FetchAsync(InboundMedia media, long maxBytes, CancellationToken ct);

    /// <summary>Asks the service behind the account; null where there is nothing to ask.</summary>
    Task<ProbeResult?> ProbeAsync(TimeSpan timeout, CancellationToken ct);
}
