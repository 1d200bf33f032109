namespace OpenClaw.Agents.SystemEvents;

/// <summary>One queued note.</summary>
public sealed record SystemNote(string Text, DateTimeOffset At);
