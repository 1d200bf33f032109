namespace OpenClaw.Agents.Runs;

/// <summary>What is remembered of a finished run.</summary>
/// <param name="Ok">False when it failed or timed out.</param>
/// <param name="StartedAt">Epoch milliseconds.</param>
/// <param name="EndedAt">Epoch milliseconds.</param>
/// <param name="Error">Why it failed.</param>
public sealed record RunEnd(bool Ok, long StartedAt, long EndedAt, string? Error)
{
    internal static RunEnd Of(RunOutcome outcome) => new(outcome.Error is null, outcome.StartedAt, outcome.EndedAt, outcome.Error);
}
