namespace OpenClaw.Channels.Sidecars;

/// <summary>What to start. Secrets never travel in arguments or environment (spec 10 §12.1).</summary>
/// <param name="Executable">Full path of the program, e.g. <c>node</c>.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Directory">Working directory.</param>
/// <param name="Environment">The whole environment; nothing is inherited.</param>
public sealed record SidecarProgram(string Executable, IReadOnlyList<string> Arguments, string Directory, IReadOnlyDictionary<string, string> Environment);
