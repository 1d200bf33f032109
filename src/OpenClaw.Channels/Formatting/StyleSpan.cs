namespace OpenClaw.Channels.Formatting;

/// <summary>A styled part of a text.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">Behind its last one.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Language">Of a code block, when it says one: letters, digits and <c>_ + # . -</c>.</param>
public readonly record struct StyleSpan(int Start, int End, TextStyle Style, string? Language = null);
