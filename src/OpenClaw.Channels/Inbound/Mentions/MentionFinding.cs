namespace OpenClaw.Channels.Inbound.Mentions;

/// <summary>Whether a message in a group means us.</summary>
/// <param name="IsMeant">True when it does.</param>
/// <param name="IsDetectable">False: neither our name nor a pattern is known, so that nothing follows from a missing mention.</param>
public readonly record struct MentionFinding(bool IsMeant, bool IsDetectable);
