namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>An event in the journal that has no end yet.</summary>
/// <param name="Id">Its entry.</param>
/// <param name="Event">What happened.</param>
/// <param name="ReceivedAt">When it was accepted, epoch milliseconds.</param>
/// <param name="IsReplay">True when an earlier process accepted it.</param>
internal sealed record InboundRow(long Id, InboundEvent Event, long ReceivedAt, bool IsReplay);
