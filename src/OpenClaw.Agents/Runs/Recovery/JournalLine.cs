namespace OpenClaw.Agents.Runs.Recovery;

/// <summary>One line of the journal of runs: a run began (with what was asked), used a tool, or ended.</summary>
internal sealed record JournalLine
{
    public required string Op { get; init; }

    public required string RunId { get; init; }

    public UnfinishedRun? Run { get; init; }
}
