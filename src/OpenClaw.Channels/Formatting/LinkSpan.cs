namespace OpenClaw.Channels.Formatting;

/// <summary>A part of a text that leads somewhere.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">Behind its last one.</param>
/// <param name="Url">Not empty, percent-encoded, never a script.</param>
public readonly record struct LinkSpan(int Start, int End, string Url);
