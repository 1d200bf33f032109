using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Send;

/// <summary>Params of <c>send</c>.</summary>
public sealed record SendParams
{
    /// <summary>Recipient, in the channel's own form.</summary>
    [Size(Min = 1)]
    public required string To { get; init; }

    /// <summary>Text.</summary>
    [Size(Min = 1)]
    public required string Message { get; init; }

    /// <summary>One attachment.</summary>
    public string? MediaUrl { get; init; }

    /// <summary>Several attachments.</summary>
    public IReadOnlyList<string>? MediaUrls { get; init; }

    /// <summary>Send a video as GIF.</summary>
    public bool? GifPlayback { get; init; }

    /// <summary>Channel id or alias; absent means <c>whatsapp</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Account; absent means the default one.</summary>
    public string? AccountId { get; init; }

    /// <summary>Session that keeps a copy of what was sent.</summary>
    public string? SessionKey { get; init; }

    /// <summary>The same key is never sent twice.</summary>
    [Size(Min = 1)]
    public required string IdempotencyKey { get; init; }
}
