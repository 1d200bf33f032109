namespace OpenClaw.Agents.Skills.Install;

/// <summary>What a command came to.</summary>
/// <param name="Code">Its exit code; null when it could not be started.</param>
/// <param name="Stdout">The end of its output.</param>
/// <param name="Stderr">The end of its error output.</param>
public sealed record CommandResult(int? Code, string Stdout, string Stderr);
