namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>An event on its way to the disk.</summary>
/// <param name="IsKept">True: it is there, now or since before. False: it could not be written.</param>
/// <param name="Row">What there is to do about it; null: nothing, it was there before.</param>
internal readonly record struct RowTicket(bool IsKept, InboundRow? Row);
