namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A person or a bot; the last four are only in the answer of getMe.</summary>
internal sealed record BotUser
{
    public long Id { get; init; }

    public bool IsBot { get; init; }

    public string FirstName { get; init; } = string.Empty;

    public string? LastName { get; init; }

    public string? Username { get; init; }

    public bool? CanJoinGroups { get; init; }

    public bool? CanReadAllGroupMessages { get; init; }

    public bool? SupportsInlineQueries { get; init; }

    public bool? HasTopicsEnabled { get; init; }
}
