using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Params of <c>chat.send</c>.</summary>
public sealed record ChatSendParams
{
    /// <summary>Session.</summary>
    [Size(Min = 1)]
    public required string SessionKey { get; init; }

    /// <summary>Text; may be empty only with attachments.</summary>
    public required string Message { get; init; }

    /// <summary>Thinking level of this message.</summary>
    public string? Thinking { get; init; }

    /// <summary>Accepted, without effect.</summary>
    public bool? Deliver { get; init; }

    /// <summary>Images (spec 02 §1.4).</summary>
    public IReadOnlyList<JsonElement>? Attachments { get; init; }

    /// <summary>Bounds the abort deadline.</summary>
    [Bounds(Min = 0)]
    public long? TimeoutMs { get; init; }

    /// <summary>Becomes the run id; the same key never runs twice.</summary>
    [Size(Min = 1)]
    public required string IdempotencyKey { get; init; }
}
