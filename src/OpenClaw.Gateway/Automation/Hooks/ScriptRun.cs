namespace OpenClaw.Gateway.Automation.Hooks;

/// <summary>What came of a script.</summary>
/// <param name="Result">What it handed over; null when it failed.</param>
/// <param name="Problem">Why it failed, for the log.</param>
internal sealed record ScriptRun(string? Result, string? Problem);
