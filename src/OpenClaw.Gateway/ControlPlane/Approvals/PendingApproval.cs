using OpenClaw.Protocol.Events;

namespace OpenClaw.Gateway.ControlPlane.Approvals;

/// <summary>A question that waits for a person.</summary>
public sealed class PendingApproval
{
    private readonly TaskCompletionSource<ApprovalOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal PendingApproval(string id, ExecApprovalSubject subject, long createdAtMs, long expiresAtMs)
    {
        Id = id;
        Subject = subject;
        CreatedAtMs = createdAtMs;
        ExpiresAtMs = expiresAtMs;
    }

    /// <summary>Names it on the wire and in chats.</summary>
    public string Id { get; }

    /// <summary>The first eight characters, for people.</summary>
    public string Slug => Id.Length > 8 ? Id[..8] : Id;

    /// <summary>What it is about.</summary>
    public ExecApprovalSubject Subject { get; }

    /// <summary>Epoch milliseconds.</summary>
    public long CreatedAtMs { get; }

    /// <summary>Epoch milliseconds.</summary>
    public long ExpiresAtMs { get; }

    /// <summary>Completes with the first decision, at the expiry, or when the gateway stops.</summary>
    public Task<ApprovalOutcome> Outcome => _outcome.Task;

    internal ITimer? Expiry { get; set; }

    internal void End(ApprovalOutcome outcome)
    {
        Expiry?.Dispose();
        _outcome.TrySetResult(outcome);
    }
}
