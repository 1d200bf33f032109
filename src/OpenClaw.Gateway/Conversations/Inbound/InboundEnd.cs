using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Runs;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>How a message ended. Every accepted one does.</summary>
internal sealed record InboundEnd
{
    /// <summary>What was said; empty for silence, for a command that is not answered, and for a message that another one's run answers.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The replies to deliver.</summary>
    public IReadOnlyList<ReplyPayload> Replies { get; init; } = [];

    /// <summary>Why it failed; null otherwise.</summary>
    public GatewayError? Error { get; init; }

    /// <summary>Why it was stopped; null otherwise.</summary>
    public string? AbortReason { get; init; }

    /// <summary>The run that answered it alone; null when none did.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>Nothing to say.</summary>
    public static InboundEnd Silent { get; } = new();

    /// <summary>An answer without a run.</summary>
    public static InboundEnd Said(string text) => text.Length == 0 ? Silent : new InboundEnd { Text = text, Replies = [new ReplyPayload { Text = text }] };

    /// <summary>A failure.</summary>
    public static InboundEnd Failed(GatewayError error) => new() { Error = error };

    /// <summary>Somebody stopped it.</summary>
    public static InboundEnd Stopped(string reason) => new() { AbortReason = reason };

    /// <summary>The end of a message whose run this is.</summary>
    public static InboundEnd Of(AgentRun? run, RunOutcome outcome) => new()
    {
        Text = outcome.Text,
        Replies = outcome.Replies,
        Error = RunReport.Error(outcome),
        AbortReason = outcome.Status == RunStatus.Aborted ? run?.AbortReason ?? "rpc" : null,
        Outcome = outcome,
    };

    /// <summary>The end of a message that was answered together with others: the answer itself stands under another name.</summary>
    public InboundEnd Shared() => this with { Text = string.Empty, Replies = [], Outcome = null };
}
