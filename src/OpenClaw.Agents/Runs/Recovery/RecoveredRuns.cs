namespace OpenClaw.Agents.Runs.Recovery;

/// <summary>What became of the runs that the last gateway left unfinished.</summary>
/// <param name="Repeated">Begun anew.</param>
/// <param name="Told">Told of, or left to whoever keeps account of them.</param>
public sealed record RecoveredRuns(int Repeated, int Told);
