namespace OpenClaw.Channels.Chunking;

/// <summary>One message of Telegram.</summary>
/// <param name="Html">For <c>parse_mode: HTML</c>.</param>
/// <param name="Plain">The same without markup, for the second try when Telegram cannot read the first.</param>
public sealed record TelegramChunk(string Html, string Plain);
