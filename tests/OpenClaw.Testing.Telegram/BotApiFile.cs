namespace OpenClaw.Testing.Telegram;

internal sealed record BotApiFile(string Path, byte[] Content);
