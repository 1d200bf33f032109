namespace OpenClaw.Channels.Telegram;

/// <summary>An entry of a bot's command menu.</summary>
/// <param name="Name">Without slash; what Telegram does not take is left out or written with <c>_</c>.</param>
/// <param name="Description">One line.</param>
public sealed record TelegramCommand(string Name, string Description);
