using OpenClaw.Cli.Remote;

namespace OpenClaw.Cli.Commands.Probing;

/// <summary>One gateway to try.</summary>
/// <param name="Id">Also the kind: <c>explicit</c>, <c>configRemote</c>, <c>localLoopback</c>.</param>
/// <param name="Label">For people.</param>
/// <param name="Active">True when commands would use it.</param>
/// <param name="Gateway">Address and secrets.</param>
/// <param name="Budget">Longest time it may take; null: the whole budget.</param>
internal sealed record ProbeTarget(string Id, string Label, bool Active, GatewayTarget Gateway, TimeSpan? Budget);
