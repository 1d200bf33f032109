namespace OpenClaw.Operations.Ports;

/// <summary>The diagnosis of one port (spec 05 §4).</summary>
/// <param name="Port">Port number.</param>
/// <param name="Status">Free, busy or unknown.</param>
/// <param name="Listeners">Who listens; may be empty although busy, when owners are hidden.</param>
/// <param name="Hints">What to do about it.</param>
public sealed record PortReport(int Port, PortStatus Status, IReadOnlyList<PortListener> Listeners, IReadOnlyList<string> Hints)
{
    /// <summary>The lines a person reads; empty when the port is not busy.</summary>
    public IReadOnlyList<string> Lines() => Status != PortStatus.Busy
        ? []
        : [$"Port {Port} is already in use.", .. Listeners.Select(l => $"- {l.Describe()}"), .. Hints.Select(h => $"- {h}")];
}
