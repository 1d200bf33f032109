using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>
/// One session: a value of <c>sessions.json</c> (spec 08 §4) and the <c>entry</c> of session results. Members unknown to this version are
/// kept as they are.
/// </summary>
[Open]
public sealed record SessionEntry
{
    /// <summary>Id of the current transcript (UUID).</summary>
    public string? SessionId { get; init; }

    /// <summary>Last activity, epoch ms; drives the reset policy and the sort order.</summary>
    public long? UpdatedAt { get; init; }

    /// <summary>A first turn has been made in this session.</summary>
    public bool? SystemSent { get; init; }

    /// <summary>The last run was stopped by a user.</summary>
    public bool? AbortedLastRun { get; init; }

    /// <summary><c>direct</c>, <c>group</c> or <c>channel</c>.</summary>
    public string? ChatType { get; init; }

    /// <summary>Where replies go.</summary>
    public DeliveryContext? DeliveryContext { get; init; }

    /// <summary>Mirror of <see cref="DeliveryContext"/>, kept in step with it.</summary>
    public string? LastChannel { get; init; }

    /// <summary>Mirror of <see cref="DeliveryContext"/>.</summary>
    public string? LastTo { get; init; }

    /// <summary>Mirror of <see cref="DeliveryContext"/>.</summary>
    public string? LastAccountId { get; init; }

    /// <summary>Mirror of <see cref="DeliveryContext"/>.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? LastThreadId { get; init; }

    /// <summary>Where the session began.</summary>
    public SessionOrigin? Origin { get; init; }

    /// <summary>Absolute path of the transcript.</summary>
    public string? SessionFile { get; init; }

    /// <summary>How often the transcript was compacted.</summary>
    public long? CompactionCount { get; init; }

    /// <summary>Skills as the session saw them first; large, so kept unparsed.</summary>
    public JsonElement? SkillsSnapshot { get; init; }

    /// <summary>Input tokens of the last run.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output tokens of the last run.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Prompt size of the last model call, cache included.</summary>
    public long? TotalTokens { get; init; }

    /// <summary>Provider used last.</summary>
    public string? ModelProvider { get; init; }

    /// <summary>Model used last.</summary>
    public string? Model { get; init; }

    /// <summary>Context window of that model, in tokens.</summary>
    public long? ContextTokens { get; init; }

    /// <summary>Sizes of the last prompt; kept unparsed.</summary>
    public JsonElement? SystemPromptReport { get; init; }

    /// <summary>Name given by a user; unique, at most 64 characters.</summary>
    public string? Label { get; init; }

    /// <summary>Override: <c>on minimal low medium high xhigh</c>.</summary>
    public string? ThinkingLevel { get; init; }

    /// <summary>Override: <c>on</c>, <c>full</c> or <c>off</c>.</summary>
    public string? VerboseLevel { get; init; }

    /// <summary>Override: <c>on</c> or <c>stream</c>.</summary>
    public string? ReasoningLevel { get; init; }

    /// <summary>Usage footer: <c>tokens</c> or <c>full</c> (old files also hold <c>on</c> and <c>off</c>).</summary>
    public string? ResponseUsage { get; init; }

    /// <summary>Override: <c>on</c>, <c>off</c>, <c>ask</c> or <c>full</c>.</summary>
    public string? ElevatedLevel { get; init; }

    /// <summary>Override: <c>sandbox</c>, <c>gateway</c> or <c>node</c>.</summary>
    public string? ExecHost { get; init; }

    /// <summary>Override: <c>deny</c>, <c>allowlist</c> or <c>full</c>.</summary>
    public string? ExecSecurity { get; init; }

    /// <summary>Override: <c>off</c>, <c>on-miss</c> or <c>always</c>.</summary>
    public string? ExecAsk { get; init; }

    /// <summary>Override: node that runs commands.</summary>
    public string? ExecNode { get; init; }

    /// <summary>Provider chosen for this session.</summary>
    public string? ProviderOverride { get; init; }

    /// <summary>Model chosen for this session.</summary>
    public string? ModelOverride { get; init; }

    /// <summary>Pinned credential.</summary>
    public string? AuthProfileOverride { get; init; }

    /// <summary>Who pinned it: <c>user</c> or <c>auto</c>.</summary>
    public string? AuthProfileOverrideSource { get; init; }

    /// <summary><see cref="CompactionCount"/> when it was pinned automatically.</summary>
    public long? AuthProfileOverrideCompactionCount { get; init; }

    /// <summary>Key of the session that started this sub-agent session; set once.</summary>
    public string? SpawnedBy { get; init; }

    /// <summary><c>allow</c> or <c>deny</c>.</summary>
    public string? SendPolicy { get; init; }

    /// <summary><c>mention</c> or <c>always</c>.</summary>
    public string? GroupActivation { get; init; }

    /// <summary>The next turn must tell the model that the activation changed.</summary>
    public bool? GroupActivationNeedsSystemIntro { get; init; }

    /// <summary>Override of the message queue mode.</summary>
    public string? QueueMode { get; init; }

    /// <summary>Override, milliseconds.</summary>
    public long? QueueDebounceMs { get; init; }

    /// <summary>Override, messages.</summary>
    public long? QueueCap { get; init; }

    /// <summary>Override of what a full queue drops.</summary>
    public string? QueueDrop { get; init; }

    /// <summary>Name for lists.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Channel the session belongs to.</summary>
    public string? Channel { get; init; }

    /// <summary>Group id on the channel.</summary>
    public string? GroupId { get; init; }

    /// <summary>Group subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Channel within a workspace or guild.</summary>
    public string? GroupChannel { get; init; }

    /// <summary>Workspace or guild.</summary>
    public string? Space { get; init; }

    /// <summary>Session ids of external command-line model backends, by provider.</summary>
    public IReadOnlyDictionary<string, string>? CliSessionIds { get; init; }

    /// <summary>The same for one backend, kept for old files.</summary>
    public string? ClaudeCliSessionId { get; init; }

    /// <summary>Last memory flush, epoch ms.</summary>
    public long? MemoryFlushAt { get; init; }

    /// <summary><see cref="CompactionCount"/> at that flush.</summary>
    public long? MemoryFlushCompactionCount { get; init; }

    /// <summary>Override of automatic speech.</summary>
    public string? TtsAuto { get; init; }

    /// <summary>Last heartbeat text sent; suppresses repeats for 24 hours.</summary>
    public string? LastHeartbeatText { get; init; }

    /// <summary>When it was sent, epoch ms.</summary>
    public long? LastHeartbeatSentAt { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
