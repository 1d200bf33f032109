using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Runs;

/// <summary>How far a run has come; what is needed to end it properly from any point.</summary>
internal sealed class RunProgress
{
    public PreparedRun? Prepared { get; set; }

    /// <summary>The conversation as the model sees it; grows with the run.</summary>
    public List<ModelMessage> Messages { get; set; } = [];

    /// <summary>The message now being streamed; null between messages.</summary>
    public ModelTurn? Turn { get; set; }

    /// <summary>Stored tool calls that have no result yet.</summary>
    public List<ContentPart.ToolCall> Open { get; } = [];

    /// <summary>Calls of the caller's own tools that end the run.</summary>
    public IReadOnlyList<ContentPart.ToolCall> ClientCalls { get; set; } = [];

    /// <summary>Visible text of the last complete message.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>That message as the model said it, what it thought before, and how the last tool failed.</summary>
    public string Said { get; set; } = string.Empty;

    public string Thoughts { get; set; } = string.Empty;

    public string? ToolError { get; set; }

    public string? StopReason { get; set; }

    public ModelError? Error { get; set; }

    /// <summary>True when the conversation was already shortened in this run: a second overflow is final.</summary>
    public bool Compacted { get; set; }

    public TokenUsage? Usage { get; set; }

    public TokenUsage LastCall { get; set; }

    public TimeSpan Limit { get; set; }

    public TimeSpan Queued { get; set; }

    /// <summary>What there is to say of a run that came this far. Times are epoch milliseconds.</summary>
    public RunOutcome Outcome(RunStatus status, long startedAt, long endedAt) => new()
    {
        Status = status,
        StartedAt = startedAt,
        EndedAt = endedAt,
        SessionId = Prepared?.SessionId,
        Model = Prepared?.Call.Model.Ref,
        Usage = Usage,
        PromptReport = Prepared?.PromptReport,
        Queued = Queued,
        DamagedLines = Prepared?.Transcript.DamagedLines ?? [],
        ClientCalls = ClientCalls,
        StopReason = StopReason,
        ModelError = Error,
        Said = Said,
        Thoughts = Thoughts,
        ToolError = ToolError,
        Thinking = Prepared?.Call.Thinking,
        Cost = Dollars(),
    };

    private double? Dollars()
    {
        if (Prepared?.Call.Model.Price is not { } price || Usage is not { } usage || price == default)
            return null;
        var bill = price.Of(usage);
        return bill.Input + bill.Output + bill.CacheRead + bill.CacheWrite;
    }
}
