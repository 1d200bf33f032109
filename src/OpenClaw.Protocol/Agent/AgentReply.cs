using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>One reply block.</summary>
[Open]
public sealed record AgentReply
{
    /// <summary>Text.</summary>
    public string? Text { get; init; }

    /// <summary>First attachment, null without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? MediaUrl { get; init; }

    /// <summary>All attachments.</summary>
    public IReadOnlyList<string>? MediaUrls { get; init; }

    /// <summary>Message it answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The text is an error.</summary>
    public bool? IsError { get; init; }
}
