using OpenClaw.Channels.Inbound;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Lets events in while the gateway can answer them. A closed gate takes nothing: the channel keeps what it has unacknowledged and its service
/// offers it again, to this gateway or the next one.
/// </summary>
internal sealed class IntakeGate : IInboundIntake
{
    private volatile IInboundIntake? _behind;

    /// <summary>Opens it.</summary>
    public void Open(IInboundIntake behind) => _behind = behind;

    /// <summary>Closes it; what is being taken at this moment still is.</summary>
    public void Close() => _behind = null;

    /// <inheritdoc/>
    public Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken ct) => _behind?.AcceptAsync(inbound, ct) ?? Task.FromResult(false);
}
