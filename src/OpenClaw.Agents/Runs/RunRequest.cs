using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Runs;

/// <summary>One turn to run.</summary>
public sealed record RunRequest
{
    /// <summary>Unique; for requests of clients their idempotency key.</summary>
    public required string RunId { get; init; }

    /// <summary>Canonical session key.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The key as the caller wrote it; events carry this one.</summary>
    public required string CallerKey { get; init; }

    /// <summary>What the person said.</summary>
    public required string Message { get; init; }

    /// <summary>Pictures that came with it.</summary>
    public IReadOnlyList<ContentPart.Image> Images { get; init; } = [];

    /// <summary>Stored as a last line of the text; null for callers that have no message ids.</summary>
    public string? MessageId { get; init; }

    /// <summary>Thinking level of this run only.</summary>
    public string? Thinking { get; init; }

    /// <summary>Deadline from the moment the run starts; null: <c>agents.defaults.timeoutSeconds</c>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Section added to the system prompt.</summary>
    public string? ExtraSystemPrompt { get; init; }

    /// <summary>Channel it came from, for the system prompt.</summary>
    public string? Channel { get; init; }

    /// <summary>Applied to the session entry when the run starts (routing, labels).</summary>
    public Action<JsonObject>? SessionChange { get; init; }

    /// <summary>
    /// Called once with the outcome, on the run's own thread, before its last event is published: what it stores can be asked for by
    /// everybody who saw the end. It must return quickly and not throw.
    /// </summary>
    public Action<RunRequest, RunOutcome>? Settled { get; init; }
}
