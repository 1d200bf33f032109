using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Http;

/// <summary>Whoever is behind an authenticated HTTP request.</summary>
/// <param name="Run">What it may cause; the shared secret makes it the owner, <c>x-openclaw-scopes</c> narrows that.</param>
/// <param name="Address">Where it comes from, for limits and logs.</param>
/// <param name="IsLocal">True for a client on this host.</param>
internal sealed record HttpCaller(RunCaller Run, string Address, bool IsLocal);
