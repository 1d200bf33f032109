namespace OpenClaw.Channels.Outbound;

/// <summary>A button under a message.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Data">What pressing it says; at most 64 bytes.</param>
public sealed record MessageButton(string Text, string Data);
