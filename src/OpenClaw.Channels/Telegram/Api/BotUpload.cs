namespace OpenClaw.Channels.Telegram.Api;

/// <summary>A local file that goes with a call.</summary>
/// <param name="Field">Parameter that takes it, e.g. <c>photo</c>.</param>
/// <param name="Path">Where it is.</param>
/// <param name="FileName">What the other side calls it.</param>
internal sealed record BotUpload(string Field, string Path, string FileName);
