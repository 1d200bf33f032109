namespace OpenClaw.Channels.Catalog;

/// <summary>How a channel is called and shown.</summary>
/// <param name="Id">Id in config, on the wire and in session keys.</param>
/// <param name="Label">Short name.</param>
/// <param name="DetailLabel">Name with its kind, e.g. <c>Telegram Bot</c>.</param>
/// <param name="SystemImage">Symbol name for Apple clients.</param>
/// <param name="Aliases">Other ids people type.</param>
public sealed record ChannelDescription(string Id, string Label, string DetailLabel, string SystemImage, params IReadOnlyList<string> Aliases);
