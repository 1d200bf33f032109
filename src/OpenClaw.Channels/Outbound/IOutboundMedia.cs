namespace OpenClaw.Channels.Outbound;

/// <summary>
/// Makes the attachment of a part a file of this machine just before the part is sent: local files only from the places that may leave the
/// machine, addresses fetched from the public internet only, both up to the limits of spec 10 §5.6.
/// </summary>
public interface IOutboundMedia
{
    /// <summary>The file, or why there is none. Failures are values; dispose it when the part is sent.</summary>
    /// <param name="part">A part with <see cref="OutboundPart.Media"/>.</param>
    /// <param name="ct">Gives up.</param>
    Task<OutboundFile> OpenAsync(OutboundPart part, CancellationToken ct);
}
