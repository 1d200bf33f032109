using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>
/// Params of <c>sessions.patch</c>: a member that is absent stays, <c>null</c> clears it. Levels are checked by the handler, which knows
/// their aliases.
/// </summary>
public sealed record SessionsPatchParams
{
    /// <summary>Session key in any form.</summary>
    [Size(Min = 1)]
    public required string Key { get; init; }

    /// <summary>Name; unique.</summary>
    [Size(Min = 1, Max = 64)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText Label { get; init; }

    /// <summary>Thinking level or alias; <c>off</c> clears.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText ThinkingLevel { get; init; }

    /// <summary><c>on</c>, <c>full</c> or <c>off</c>.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText VerboseLevel { get; init; }

    /// <summary><c>on</c>, <c>stream</c> or <c>off</c>.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText ReasoningLevel { get; init; }

    /// <summary>Usage footer; <c>on</c> means <c>tokens</c>.</summary>
    [Values("off", "tokens", "full", "on")]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText ResponseUsage { get; init; }

    /// <summary><c>on</c>, <c>off</c>, <c>ask</c> or <c>full</c>.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText ElevatedLevel { get; init; }

    /// <summary><c>sandbox</c>, <c>gateway</c> or <c>node</c>.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText ExecHost { get; init; }

    /// <summary><c>deny</c>, <c>allowlist</c> or <c>full</c>.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText ExecSecurity { get; init; }

    /// <summary><c>off</c>, <c>on-miss</c> or <c>always</c>.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText ExecAsk { get; init; }

    /// <summary>Node that runs commands.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText ExecNode { get; init; }

    /// <summary><c>provider/model</c> or an alias; equal to the default removes the override.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText Model { get; init; }

    /// <summary>Parent key; sub-agent sessions only, set once.</summary>
    [Size(Min = 1)]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText SpawnedBy { get; init; }

    /// <summary><c>allow</c> or <c>deny</c>.</summary>
    [Values("allow", "deny")]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText SendPolicy { get; init; }

    /// <summary><c>mention</c> or <c>always</c>.</summary>
    [Values("mention", "always")]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PatchedText GroupActivation { get; init; }
}
