using System.Text.Json;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Runs;

/// <summary>What a run came to.</summary>
public sealed record RunOutcome
{
    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The answer for people; partial when aborted or timed out, empty when there is nothing to say.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The replies to deliver, in order; empty when nobody shaped them.</summary>
    public IReadOnlyList<ReplyPayload> Replies { get; init; } = [];

    /// <summary>The last message of the model as it was said, with its marks (spec 08 §17).</summary>
    public string Said { get; init; } = string.Empty;

    /// <summary>What the model thought before its last message; empty when it did not say.</summary>
    public string Thoughts { get; init; } = string.Empty;

    /// <summary>The error of the last tool that was used, when it failed.</summary>
    public string? ToolError { get; init; }

    /// <summary>Thinking level the model was called with.</summary>
    public string? Thinking { get; init; }

    /// <summary>What the tokens came to in dollars; null when the model has no price.</summary>
    public double? Cost { get; init; }

    /// <summary>Why it failed; null otherwise.</summary>
    public string? Error { get; init; }

    /// <summary>A fault of ours that ended the run, for the log; null otherwise.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long StartedAt { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long EndedAt { get; init; }

    /// <summary>The session it ran in; null when it never got that far.</summary>
    public string? SessionId { get; init; }

    /// <summary>The model; null when none could be chosen.</summary>
    public ModelRef? Model { get; init; }

    /// <summary>Tokens of all its model calls; null when none was completed.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Calls of the caller's own tools that ended the run; empty otherwise.</summary>
    public IReadOnlyList<ContentPart.ToolCall> ClientCalls { get; init; } = [];

    /// <summary>One of <see cref="StopReasons"/> for the last answer of the model; null when there was none.</summary>
    public string? StopReason { get; init; }

    /// <summary>The failure of the model call that ended the run, when one did.</summary>
    public ModelError? ModelError { get; init; }

    /// <summary>What was said to the run (<see cref="AgentRun.TrySteer"/>) and came too late for the model; nobody else has it.</summary>
    public IReadOnlyList<SteeringMessage> Unheard { get; init; } = [];

    /// <summary>Sizes of the prompt (spec 08 §7.1).</summary>
    public JsonElement? PromptReport { get; init; }

    /// <summary>Lines of the transcript that could not be read, from 1; what they said is missing in the conversation.</summary>
    public IReadOnlyList<int> DamagedLines { get; init; } = [];

    /// <summary>How long it waited for its turn.</summary>
    public TimeSpan Queued { get; init; }
}
