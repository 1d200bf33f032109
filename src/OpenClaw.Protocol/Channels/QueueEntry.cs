using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Channels;

/// <summary>One entry of the journal of messages, without its text.</summary>
public sealed record QueueEntry
{
    /// <summary>Received or going out.</summary>
    [Values("inbox", "outbox")]
    public required string Box { get; init; }

    /// <summary>Its number in that box.</summary>
    public required long Id { get; init; }

    /// <summary>Channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Chat as the channel addresses it.</summary>
    public required string ChatId { get; init; }

    /// <summary><c>waiting</c>, <c>sending</c>, <c>sent</c>, <c>failed</c>, <c>dropped</c>, <c>done</c>.</summary>
    public required string State { get; init; }

    /// <summary>Tries of a send.</summary>
    public required long Attempts { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When it is tried next; null: not planned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? NextAttemptAt { get; init; }

    /// <summary>Error or outcome.</summary>
    public string? Detail { get; init; }
}
