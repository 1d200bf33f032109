namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A chat.</summary>
internal sealed record BotChat
{
    public long Id { get; set; }

    /// <summary><c>private</c>, <c>group</c>, <c>supergroup</c>, <c>channel</c>.</summary>
    public string Type { get; set; } = string.Empty;

    public string? Title { get; set; }

    public string? Username { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public bool IsForum { get; set; }
}
