namespace OpenClaw.Channels.Outbound;

/// <summary>The parts of a message, or why it cannot be sent at all.</summary>
/// <param name="Parts">In order; empty when there is nothing to say.</param>
/// <param name="Problem">Null, or what is wrong and the fix.</param>
public sealed record PartPlan(IReadOnlyList<OutboundPart> Parts, SendFault? Problem = null);
