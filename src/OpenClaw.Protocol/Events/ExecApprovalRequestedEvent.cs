namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>exec.approval.requested</c>.</summary>
public sealed record ExecApprovalRequestedEvent
{
    /// <summary>Approval.</summary>
    public required string Id { get; init; }

    /// <summary>What shall run.</summary>
    public required ExecApprovalSubject Request { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long ExpiresAtMs { get; init; }
}
