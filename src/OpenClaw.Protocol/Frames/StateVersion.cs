namespace OpenClaw.Protocol.Frames;

/// <summary>The two process-wide counters carried by <c>presence</c> and <c>health</c> events and by the snapshot (spec 01 §11).</summary>
/// <param name="Presence">Starts at 1, +1 per presence change.</param>
/// <param name="Health">Starts at 1, +1 per completed health refresh.</param>
public sealed record StateVersion(long Presence, long Health);
