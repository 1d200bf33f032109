using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Contract;

/// <summary>What the service said when it was asked (spec 10 §1.5).</summary>
/// <param name="Ok">True when it works.</param>
/// <param name="Probe">The member <c>probe</c> of the snapshot.</param>
/// <param name="Audit">The member <c>audit</c>; null when there was nothing to look at.</param>
public sealed record ProbeResult(bool Ok, JsonObject Probe, JsonObject? Audit = null);
