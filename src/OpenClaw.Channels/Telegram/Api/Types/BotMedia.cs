namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A file of any kind that a message carries.</summary>
internal sealed record BotMedia
{
    public required string FileId { get; set; }

    public required string FileUniqueId { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }

    public long? FileSize { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>Of a sticker.</summary>
    public string? Emoji { get; set; }

    public string? SetName { get; set; }

    public bool IsAnimated { get; set; }

    public bool IsVideo { get; set; }
}

/// <summary>The answer of getFile.</summary>
internal sealed record BotFilePlace
{
    public string? FilePath { get; set; }

    public long? FileSize { get; set; }
}

/// <summary>The answer of getWebhookInfo.</summary>
internal sealed record BotWebhookInfo
{
    public string Url { get; set; } = string.Empty;

    public bool HasCustomCertificate { get; set; }

    public int PendingUpdateCount { get; set; }

    public long? LastErrorDate { get; set; }

    public string? LastErrorMessage { get; set; }
}
