using System.Text.Json.Nodes;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>A message on its way to an agent, whichever way it came: a client of the gateway, a node, a messaging channel.</summary>
internal sealed record InboundMessage
{
    /// <summary>Unique; for requests of clients their idempotency key, for channels a fresh id.</summary>
    public required string RunId { get; init; }

    /// <summary>Canonical session key.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The key as its caller wrote it; events carry this one.</summary>
    public required string CallerKey { get; init; }

    /// <summary>What its way in may do; travels with the run.</summary>
    public required RunCaller Caller { get; init; }

    /// <summary>Who wrote it.</summary>
    public required CommandSender Sender { get; init; }

    /// <summary>Channel it came in on; <c>webchat</c> for clients of the gateway.</summary>
    public required string Channel { get; init; }

    /// <summary>What was written, without envelope.</summary>
    public required string Text { get; init; }

    /// <summary>Pictures that came with it.</summary>
    public IReadOnlyList<ContentPart.Image> Images { get; init; } = [];

    /// <summary>The channel's id of the message; null when it has none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Account, peer and thread on the channel.</summary>
    public string? AccountId { get; init; }

    /// <inheritdoc cref="AccountId"/>
    public string? To { get; init; }

    /// <inheritdoc cref="AccountId"/>
    public string? ThreadId { get; init; }

    /// <summary>True in a group or a room.</summary>
    public bool IsGroup { get; init; }

    /// <summary>True for messaging channels; false for clients of the gateway, which see events.</summary>
    public bool IsMessaging { get; init; }

    /// <summary>False: it never waits in the session's queue, only in its lane, and is answered alone (<c>agent</c>).</summary>
    public bool MayQueue { get; init; } = true;

    /// <summary>Thinking level of its run.</summary>
    public string? Thinking { get; init; }

    /// <summary>Deadline of its run.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Section added to the system prompt.</summary>
    public string? ExtraSystemPrompt { get; init; }

    /// <inheritdoc cref="RunRequest.Skills"/>
    public IReadOnlyList<string>? Skills { get; init; }

    /// <summary>Lane of its run.</summary>
    public string Lane { get; init; } = RunLanes.Main;

    /// <summary>Puts what the model should read around the text (envelope, group history); null: the text itself.</summary>
    public Func<string, string>? Envelope { get; init; }

    /// <summary>Applied to the session entry when the run starts.</summary>
    public Action<JsonObject>? SessionChange { get; init; }

    /// <summary>When an unfinished message is stopped; null: its run's own deadline is enough.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Called once, before anybody hears of the end. It must return quickly and not throw.</summary>
    public Action<InboundEnd>? Settled { get; init; }

    /// <summary>Hears what is said besides the answer: of commands in the text, of hooks. It must return quickly and not throw.</summary>
    public Action<string>? Said { get; init; }

    /// <summary>
    /// Hears which other messages a run answers together with this one, before the run's prompt is stored and awaited by it; null: nobody
    /// needs to know.
    /// </summary>
    public Func<IReadOnlyList<InboundTicket>, CancellationToken, Task>? Joining { get; init; }

    /// <summary>True: the channel's journal has it, so it need not be written down here.</summary>
    public bool IsJournaled { get; init; }

    /// <inheritdoc cref="RunRequest.PromptId"/>
    public string? PromptId { get; init; }

    /// <inheritdoc cref="RunRequest.Resumes"/>
    public bool Resumes { get; init; }

    /// <summary>The message as it came, for the journal.</summary>
    public RunRequest ToRequest() => new()
    {
        RunId = RunId,
        SessionKey = SessionKey,
        CallerKey = CallerKey,
        Caller = Caller,
        Message = Text,
        MessageId = MessageId,
        Channel = Channel,
        AccountId = AccountId,
        To = To,
        ThreadId = ThreadId,
    };
}
