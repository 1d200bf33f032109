using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Params of <c>exec.approvals.set</c>.</summary>
public sealed record ExecApprovalsSetParams
{
    /// <summary>New content.</summary>
    public required ExecApprovalsFile File { get; init; }

    /// <summary>Hash the edit is based on; mandatory once the file exists.</summary>
    [Size(Min = 1)]
    public string? BaseHash { get; init; }
}
