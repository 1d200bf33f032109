using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>One row of <c>sessions.list</c>.</summary>
public sealed record SessionRow
{
    /// <summary>Canonical session key.</summary>
    public required string Key { get; init; }

    /// <summary><c>direct</c>, <c>group</c>, <c>global</c> or <c>unknown</c>.</summary>
    [Values("direct", "group", "global", "unknown")]
    public required string Kind { get; init; }

    /// <summary>Name given by a user.</summary>
    public string? Label { get; init; }

    /// <summary>Name for lists.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Channel the session belongs to.</summary>
    public string? Channel { get; init; }

    /// <summary>Group subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Channel within a workspace or guild.</summary>
    public string? GroupChannel { get; init; }

    /// <summary>Workspace or guild.</summary>
    public string? Space { get; init; }

    /// <summary><c>direct</c>, <c>group</c> or <c>channel</c>.</summary>
    public string? ChatType { get; init; }

    /// <summary>Where the session began.</summary>
    public SessionOrigin? Origin { get; init; }

    /// <summary>Last activity, epoch ms, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? UpdatedAt { get; init; }

    /// <summary>Id of the current transcript.</summary>
    public string? SessionId { get; init; }

    /// <summary>A first turn has been made.</summary>
    public bool? SystemSent { get; init; }

    /// <summary>The last run was stopped by a user.</summary>
    public bool? AbortedLastRun { get; init; }

    /// <summary>Override.</summary>
    public string? ThinkingLevel { get; init; }

    /// <summary>Override.</summary>
    public string? VerboseLevel { get; init; }

    /// <summary>Override.</summary>
    public string? ReasoningLevel { get; init; }

    /// <summary>Override.</summary>
    public string? ElevatedLevel { get; init; }

    /// <summary><c>allow</c> or <c>deny</c>.</summary>
    public string? SendPolicy { get; init; }

    /// <summary>Input tokens of the last run.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens of the last run.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Prompt size of the last model call.</summary>
    public long? TotalTokens { get; init; }

    /// <summary>Usage footer.</summary>
    public string? ResponseUsage { get; init; }

    /// <summary>Provider used last.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>Model used last.</summary>
    public string? Model { get; init; }

    /// <summary>Context window of that model.</summary>
    public long? ContextTokens { get; init; }

    /// <summary>Where replies go.</summary>
    public DeliveryContext? DeliveryContext { get; init; }

    /// <summary>Channel replies go to.</summary>
    public string? LastChannel { get; init; }

    /// <summary>Target replies go to.</summary>
    public string? LastTo { get; init; }

    /// <summary>Account replies go through.</summary>
    public string? LastAccountId { get; init; }

    /// <summary>On request: display name, subject or the first user text, at most 60 characters.</summary>
    public string? DerivedTitle { get; init; }

    /// <summary>On request: text of the last message.</summary>
    public string? LastMessagePreview { get; init; }
}
