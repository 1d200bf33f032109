namespace OpenClaw.Channels.Outbound;

/// <summary>A recipient in the channel's own form, or why it is none.</summary>
/// <param name="ChatId">Chat as the channel addresses it, e.g. <c>4512345678@s.whatsapp.net</c>, <c>-100123</c>, <c>@name</c>; null when it is none.</param>
/// <param name="ThreadId">Topic named with it.</param>
/// <param name="IsGroup">True for groups.</param>
/// <param name="Problem">What is wrong and how a recipient is written.</param>
public sealed record TargetResolution(string? ChatId, string? ThreadId = null, bool IsGroup = false, string? Problem = null);
