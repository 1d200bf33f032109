using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Tools;

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

    /// <summary>Who caused it; its scopes are checked at every tool.</summary>
    public required RunCaller Caller { get; init; }

    /// <summary>What the person said.</summary>
    public required string Message { get; init; }

    /// <summary>Pictures that came with it.</summary>
    public IReadOnlyList<ContentPart.Image> Images { get; init; } = [];

    /// <summary>Names of the skills the conversation may use; null: all of the agent.</summary>
    public IReadOnlyList<string>? Skills { get; init; }

    /// <summary>
    /// Id of the transcript entry that holds the prompt (<see cref="Transcripts.PromptId"/>), for callers that must recognise it after a
    /// crash; null: any.
    /// </summary>
    public string? PromptId { get; init; }

    /// <summary>True: the prompt and what was done about it are in the transcript; the run goes on from there and says nothing anew.</summary>
    public bool Resumes { get; init; }

    /// <summary>Awaited before the prompt is stored: what must be on disk before it.</summary>
    public Func<CancellationToken, Task>? BeforePrompt { get; init; }

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

    /// <summary>Account, peer and thread on <see cref="Channel"/>, for tools that send there.</summary>
    public string? AccountId { get; init; }

    /// <inheritdoc cref="AccountId"/>
    public string? To { get; init; }

    /// <inheritdoc cref="AccountId"/>
    public string? ThreadId { get; init; }

    /// <summary>The lane it waits in after its session's (spec 08 §7.3): one of <see cref="RunLanes"/>.</summary>
    public string Lane { get; init; } = RunLanes.Main;

    /// <summary>Model of this run only; null: the session's, the agent's, the default.</summary>
    public ModelRef? Model { get; init; }

    /// <summary>How much of the system prompt it gets.</summary>
    public PromptMode PromptMode { get; init; } = PromptMode.Full;

    /// <summary>True for a heartbeat: it leaves the session's activity and routing as they were.</summary>
    public bool IsHeartbeat { get; init; }

    /// <summary>True: a heartbeat is shown in the conversation while it runs; else only what it has to say is, by whoever asked for it.</summary>
    public bool ShowHeartbeat { get; init; }

    /// <summary>
    /// True for a turn that the gateway makes for itself inside a run: notes, and the word that the last answer was stopped, wait for the
    /// turn that people see.
    /// </summary>
    internal bool IsHousekeeping { get; init; }

    /// <summary>Starts a new session id under the key (isolated jobs).</summary>
    public bool NewSession { get; init; }

    /// <summary>False: no tools of ours are offered.</summary>
    public bool UseTools { get; init; } = true;

    /// <summary>Tools that the caller runs itself: a call of one ends the run and is handed out in <see cref="RunOutcome.ClientCalls"/>.</summary>
    public IReadOnlyList<ToolDefinition> ClientTools { get; init; } = [];

    /// <summary>
    /// Results of such calls from the run before, stored ahead of <see cref="Message"/>, which may be empty then. A call that stays without
    /// one is answered with an error.
    /// </summary>
    public IReadOnlyList<ClientToolResult> ToolResults { get; init; } = [];

    /// <summary>
    /// <c>auto</c>, <c>none</c>, <c>required</c> or the name of a tool; null: auto. A tool is demanded of the first answer only: in the later
    /// ones of the run the model is free.
    /// </summary>
    public string? ToolChoice { get; init; }

    /// <summary>How the model chooses its words.</summary>
    public Sampling? Sampling { get; init; }

    /// <summary>How often the run was begun anew after the gateway had ended in the middle of it.</summary>
    public int Attempt { get; init; }

    /// <summary>Levels of this run only (spec 08 §18); null: the session's, the agent's, the default.</summary>
    public string? Verbose { get; init; }

    /// <inheritdoc cref="Verbose"/>
    public string? Elevated { get; init; }

    /// <summary>
    /// Makes the replies of a run that came to its end by itself: prefix, footer, attachments. Called on the run's own thread before
    /// <see cref="Settled"/>; null: the visible text is the reply. It must return quickly and not throw.
    /// </summary>
    public Func<RunRequest, RunOutcome, RunOutcome>? Shape { get; init; }

    /// <summary>Applied to the session entry when the run starts (routing, labels).</summary>
    public Action<JsonObject>? SessionChange { get; init; }

    /// <summary>
    /// Called once with the outcome, on the run's own thread, before its last event is published: what it stores can be asked for by
    /// everybody who saw the end. It must return quickly and not throw.
    /// </summary>
    public Action<RunRequest, RunOutcome>? Settled { get; init; }
}
