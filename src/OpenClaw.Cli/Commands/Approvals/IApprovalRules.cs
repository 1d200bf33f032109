using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>An approvals file, wherever it is.</summary>
internal interface IApprovalRules
{
    /// <summary>As it is now.</summary>
    Task<ExecApprovalsGetResult> GetAsync(CancellationToken ct);

    /// <summary>Replaces what <paramref name="before"/> showed.</summary>
    Task<ExecApprovalsGetResult> SetAsync(ExecApprovalsFile file, ExecApprovalsGetResult before, CancellationToken ct);
}
