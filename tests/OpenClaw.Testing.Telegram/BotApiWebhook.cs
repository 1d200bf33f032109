namespace OpenClaw.Testing.Telegram;

/// <summary>Where updates are to be posted.</summary>
public sealed record BotApiWebhook(string Url, string? Secret, IReadOnlyList<string>? Allowed);
