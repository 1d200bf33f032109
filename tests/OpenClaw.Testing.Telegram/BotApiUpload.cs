namespace OpenClaw.Testing.Telegram;

/// <summary>A file that came with a call.</summary>
/// <param name="FileName">As the form names it.</param>
/// <param name="ContentType">As the form names it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record BotApiUpload(string FileName, string? ContentType, byte[] Content);
