using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Nodes.Execution;

/// <summary>Our ends of a process that was just started.</summary>
/// <param name="Id">Process, group and session id, which are the same.</param>
/// <param name="Input">Where its standard input is written; null when it is empty.</param>
/// <param name="Output">Where its output is read.</param>
/// <param name="Error">Where its standard error is read; null when it comes with the output.</param>
internal sealed record SpawnedProcess(int Id, SafeFileHandle? Input, SafeFileHandle Output, SafeFileHandle? Error);
