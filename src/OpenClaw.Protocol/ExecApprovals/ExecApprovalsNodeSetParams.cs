using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Params of <c>exec.approvals.node.set</c>.</summary>
public sealed record ExecApprovalsNodeSetParams
{
    /// <summary>Node whose file is written.</summary>
    [Size(Min = 1)]
    public required string NodeId { get; init; }

    /// <summary>New content.</summary>
    public required ExecApprovalsFile File { get; init; }

    /// <summary>Hash the edit is based on; mandatory once the file exists.</summary>
    [Size(Min = 1)]
    public string? BaseHash { get; init; }
}
