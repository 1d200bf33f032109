using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Params of <c>exec.approvals.node.get</c>.</summary>
public sealed record ExecApprovalsNodeGetParams
{
    /// <summary>Node whose file is read.</summary>
    [Size(Min = 1)]
    public required string NodeId { get; init; }
}
