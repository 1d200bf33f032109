using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Params of <c>exec.approval.resolve</c>.</summary>
public sealed record ExecApprovalResolveParams
{
    /// <summary>Id of the request.</summary>
    [Size(Min = 1)]
    public required string Id { get; init; }

    /// <summary><c>allow-once</c>, <c>allow-always</c> or <c>deny</c>; checked by the handler.</summary>
    [Size(Min = 1)]
    public required string Decision { get; init; }
}
