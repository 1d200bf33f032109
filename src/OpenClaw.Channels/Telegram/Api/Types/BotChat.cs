namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A chat.</summary>
internal sealed record BotChat
{
    public long Id { get; init; }

    /// <summary><c>private</c>, <c>group</c>, <c>supergroup</c>, <c>channel</c>.</summary>
    public string Type { get; init; } = string.Empty;

    public string? Title { get; init; }

    public string? Username { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public bool IsForum { get; init; }
}
