namespace OpenClaw.Nodes.Execution;

/// <summary>How a process ended.</summary>
/// <param name="Code">Exit code; null when a signal ended it.</param>
/// <param name="Signal">Name of the signal, for example <c>SIGKILL</c>; null when it exited.</param>
public sealed record ChildExit(int? Code, string? Signal);
