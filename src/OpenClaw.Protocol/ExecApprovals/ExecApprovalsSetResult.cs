namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Result of <c>exec.approvals.set</c>.</summary>
public sealed record ExecApprovalsSetResult
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it exists.</summary>
    public required bool Exists { get; init; }

    /// <summary>SHA-256 of its text, hex; the <c>baseHash</c> of a later write.</summary>
    public required string Hash { get; init; }

    /// <summary>Its content without the socket token.</summary>
    public required ExecApprovalsFile File { get; init; }
}
