using OpenClaw.Channels.Access;

namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>An event whose sender may write here.</summary>
/// <param name="Row">The event.</param>
/// <param name="Access">What its sender may do.</param>
internal sealed record AdmittedRow(InboundRow Row, AccessDecision Access)
{
    /// <summary>The event.</summary>
    public InboundEvent Event => Row.Event;
}
