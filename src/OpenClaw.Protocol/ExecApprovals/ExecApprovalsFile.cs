using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary><c>exec-approvals.json</c> (spec 07 §7.1), in the file and on the wire.</summary>
public sealed record ExecApprovalsFile
{
    /// <summary>Always 1.</summary>
    [Bounds(Min = 1, Max = 1)]
    public required long Version { get; init; }

    /// <summary>Where the approval prompt listens.</summary>
    public ExecApprovalsSocket? Socket { get; init; }

    /// <summary>Rules for agents without their own.</summary>
    public ExecApprovalsDefaults? Defaults { get; init; }

    /// <summary>Rules by agent id; <c>*</c> holds for all.</summary>
    public IReadOnlyDictionary<string, ExecApprovalsAgent>? Agents { get; init; }
}
