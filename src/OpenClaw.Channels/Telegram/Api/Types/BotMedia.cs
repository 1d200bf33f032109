namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A file of any kind that a message carries.</summary>
internal sealed record BotMedia
{
    public required string FileId { get; init; }

    public required string FileUniqueId { get; init; }

    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public long? FileSize { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Of a sticker.</summary>
    public string? Emoji { get; init; }

    public string? SetName { get; init; }

    public bool IsAnimated { get; init; }

    public bool IsVideo { get; init; }
}

/// <summary>The answer of getFile.</summary>
internal sealed record BotFilePlace
{
    public string? FilePath { get; init; }

    public long? FileSize { get; init; }
}

/// <summary>The answer of getWebhookInfo.</summary>
internal sealed record BotWebhookInfo
{
    public string Url { get; init; } = string.Empty;

    public bool HasCustomCertificate { get; init; }

    public int PendingUpdateCount { get; init; }

    public long? LastErrorDate { get; init; }

    public string? LastErrorMessage { get; init; }
}
