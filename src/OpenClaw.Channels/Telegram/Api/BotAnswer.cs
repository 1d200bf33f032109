using System.Text.Json;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>The envelope of every answer.</summary>
internal sealed record BotAnswer
{
    public bool Ok { get; init; }

    public JsonElement Result { get; init; }

    public int ErrorCode { get; init; }

    public string? Description { get; init; }

    public BotAnswerParameters? Parameters { get; init; }
}

internal sealed record BotAnswerParameters
{
    public long? MigrateToChatId { get; init; }

    public int? RetryAfter { get; init; }
}
