namespace OpenClaw.Agents.Cron;

/// <summary>How a job's run went.</summary>
/// <param name="Status"><c>ok</c>, <c>error</c> or <c>skipped</c>.</param>
/// <param name="Error">Why, when it was not ok.</param>
/// <param name="Summary">What came of it, for people.</param>
public sealed record CronOutcome(string Status, string? Error = null, string? Summary = null)
{
    /// <summary>Status of a run that did what it should.</summary>
    public const string Ok = "ok";

    /// <summary>Status of a run that failed.</summary>
    public const string Failed = "error";

    /// <summary>Status of a run that did not happen.</summary>
    public const string Skipped = "skipped";
}
