using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Health;

/// <summary>One session row of <c>status</c>.</summary>
public sealed record StatusSession
{
    /// <summary>Agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>Session key.</summary>
    public required string Key { get; init; }

    /// <summary>What the key stands for.</summary>
    [Values("direct", "group", "global", "unknown")]
    public required string Kind { get; init; }

    /// <summary>Transcript id.</summary>
    public string? SessionId { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? UpdatedAt { get; init; }

    /// <summary>Milliseconds since then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? Age { get; init; }

    /// <summary>Session override.</summary>
    public string? ThinkingLevel { get; init; }

    /// <summary>Session override.</summary>
    public string? VerboseLevel { get; init; }

    /// <summary>Session override.</summary>
    public string? ReasoningLevel { get; init; }

    /// <summary>Session override.</summary>
    public string? ElevatedLevel { get; init; }

    /// <summary>The system prompt has gone out.</summary>
    public bool? SystemSent { get; init; }

    /// <summary>The last run was aborted.</summary>
    public bool? AbortedLastRun { get; init; }

    /// <summary>Of the last run.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Of the last run.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Context in use.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? TotalTokens { get; init; }

    /// <summary>Context left.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? RemainingTokens { get; init; }

    /// <summary>0 to 999.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? PercentUsed { get; init; }

    /// <summary>Model id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Model { get; init; }

    /// <summary>Context window.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? ContextTokens { get; init; }

    /// <summary>E.g. <c>think:high</c>, <c>system</c>.</summary>
    public required IReadOnlyList<string> Flags { get; init; }
}
