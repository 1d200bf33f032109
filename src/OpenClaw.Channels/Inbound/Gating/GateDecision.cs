namespace OpenClaw.Channels.Inbound.Gating;

/// <summary>What becomes of a message that was let in, and whether it meant us.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="WasMentioned">We were meant: mention, reply, button, command, direct chat.</param>
/// <param name="NeedsMention">The group is answered only when it means us, and that can be told.</param>
public readonly record struct GateDecision(GateVerdict Verdict, bool WasMentioned, bool NeedsMention);
