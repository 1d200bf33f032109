namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A person or a bot; the last four are only in the answer of getMe.</summary>
internal sealed record BotUser
{
    public long Id { get; set; }

    public bool IsBot { get; set; }

    public string FirstName { get; set; } = string.Empty;

    public string? LastName { get; set; }

    public string? Username { get; set; }

    public bool? CanJoinGroups { get; set; }

    public bool? CanReadAllGroupMessages { get; set; }

    public bool? SupportsInlineQueries { get; set; }

    public bool? HasTopicsEnabled { get; set; }
}
