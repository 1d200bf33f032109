namespace OpenClaw.Agents.Runs;

/// <summary>What a caller's own tool came to: the answer to one of <see cref="RunOutcome.ClientCalls"/> of an earlier run of the session.</summary>
/// <param name="CallId">Id of the call.</param>
/// <param name="ToolName">The tool.</param>
/// <param name="Text">The result.</param>
/// <param name="IsError">True when the tool failed.</param>
public sealed record ClientToolResult(string CallId, string ToolName, string Text, bool IsError = false);
