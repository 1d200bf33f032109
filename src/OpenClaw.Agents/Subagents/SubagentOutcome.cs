namespace OpenClaw.Agents.Subagents;

/// <summary>How a sub-agent ended.</summary>
public sealed record SubagentOutcome
{
    /// <summary><c>ok</c>, <c>error</c>, <c>timeout</c> or <c>unknown</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why, when it did not end well.</summary>
    public string? Error { get; init; }
}
