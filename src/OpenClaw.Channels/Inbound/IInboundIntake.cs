namespace OpenClaw.Channels.Inbound;

/// <summary>Takes what a channel received.</summary>
public interface IInboundIntake
{
    /// <summary>
    /// Completes when the event is on disk, or known to be there already: only then may the channel tell the service that it has it. Cheap
    /// enough to be awaited for every event; what follows (access, download, answer) happens behind it, in order per chat.
    /// </summary>
    /// <returns>False: it could not be written (full disk, locked file). The channel keeps it unacknowledged and offers it again after a pause.</returns>
    Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken ct);
}
