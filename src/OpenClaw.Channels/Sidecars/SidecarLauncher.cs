namespace OpenClaw.Channels.Sidecars;

/// <summary>Starts a program.</summary>
/// <param name="program">What to start.</param>
/// <param name="errorLine">Gets each line of its standard error.</param>
/// <exception cref="IOException">It cannot be started.</exception>
internal delegate ISidecarChild SidecarLauncher(SidecarProgram program, Action<string> errorLine);
