using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>Params of <c>agent</c>: one run (spec 02 §4).</summary>
public sealed record AgentParams
{
    /// <summary>What the agent is told.</summary>
    [Size(Min = 1)]
    public required string Message { get; init; }

    /// <summary>Agent.</summary>
    [Size(Min = 1)]
    public string? AgentId { get; init; }

    /// <summary>Recipient; also selects the session when nothing else does.</summary>
    public string? To { get; init; }

    /// <summary>Delivery target, before <see cref="To"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Session by transcript id.</summary>
    public string? SessionId { get; init; }

    /// <summary>Session by key.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Thinking level of this run.</summary>
    public string? Thinking { get; init; }

    /// <summary>Send the reply to a channel.</summary>
    public bool? Deliver { get; init; }

    /// <summary>Images (spec 02 §1.4).</summary>
    public IReadOnlyList<JsonElement>? Attachments { get; init; }

    /// <summary><c>last</c>, a channel or <c>webchat</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Before <see cref="Channel"/>.</summary>
    public string? ReplyChannel { get; init; }

    /// <summary>Channel account.</summary>
    public string? AccountId { get; init; }

    /// <summary>Before <see cref="AccountId"/>.</summary>
    public string? ReplyAccountId { get; init; }

    /// <summary>Thread of the channel.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Group of the session.</summary>
    public string? GroupId { get; init; }

    /// <summary>Group channel of the session.</summary>
    public string? GroupChannel { get; init; }

    /// <summary>Space of the session.</summary>
    public string? GroupSpace { get; init; }

    /// <summary>Seconds.</summary>
    [Bounds(Min = 0)]
    public long? Timeout { get; init; }

    /// <summary>Queue to run in.</summary>
    public string? Lane { get; init; }

    /// <summary>Added to the system prompt.</summary>
    public string? ExtraSystemPrompt { get; init; }

    /// <summary>Becomes the run id; the same key never runs twice.</summary>
    [Size(Min = 1)]
    public required string IdempotencyKey { get; init; }

    /// <summary>Label of the session.</summary>
    [Size(Min = 1, Max = 64)]
    public string? Label { get; init; }

    /// <summary>Session that started this one.</summary>
    public string? SpawnedBy { get; init; }
}
