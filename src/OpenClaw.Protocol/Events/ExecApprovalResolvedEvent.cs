namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>exec.approval.resolved</c>.</summary>
public sealed record ExecApprovalResolvedEvent
{
    /// <summary>Approval.</summary>
    public required string Id { get; init; }

    /// <summary><c>allow-once</c>, <c>allow-always</c> or <c>deny</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>Who decided.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long Ts { get; init; }
}
