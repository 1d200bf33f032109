using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Runs;

/// <summary>How far a run has come; what is needed to end it properly from any point.</summary>
internal sealed class RunProgress
{
    public PreparedRun? Prepared { get; set; }

    /// <summary>The message now being streamed; null between messages.</summary>
    public ModelTurn? Turn { get; set; }

    /// <summary>Visible text of the last complete message.</summary>
    public string Text { get; set; } = string.Empty;

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
    };
}
