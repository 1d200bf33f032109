namespace OpenClaw.Channels.Telegram.Mapping;

/// <summary>Where something happened: members of <see cref="Inbound.InboundEvent"/>.</summary>
internal sealed record ChatPlace(string ChatId, string ChatType, string PeerId, string? Title, bool IsForum, int? Thread);
