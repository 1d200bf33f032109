using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Gateway.ControlPlane.Approvals;

/// <summary>
/// The commands that wait for a person's decision (spec 02 §10). In memory only: what waits when the gateway stops is dropped. The
/// first decision wins; a question outlives the connection that asked it. Safe from any thread.
/// </summary>
public sealed class ExecApprovalDesk : IDisposable
{
    /// <summary>Answer to a decision on a question that does not wait (any more).</summary>
    public const string UnknownId = "unknown approval id";

    /// <summary>Answer to a word that is no decision.</summary>
    public const string InvalidDecision = "invalid decision";

    /// <summary>Answer to a question under an id that waits already.</summary>
    public const string IdPending = "approval id already pending";

    /// <summary>How long a question waits when its asker does not say.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMilliseconds(ProtocolLimits.ExecApprovalTimeoutMs);

    private const int MaxPending = 200;
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    private readonly Broadcaster _broadcaster;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PendingApproval> _pending = new(StringComparer.Ordinal);
    private bool _stopped;

    internal ExecApprovalDesk(Broadcaster broadcaster, TimeProvider time)
    {
        _broadcaster = broadcaster;
        _time = time;
    }

    /// <summary>Told of every new question, for forwarding; it must return quickly and not throw.</summary>
    internal Action<PendingApproval>? Opened { get; set; }

    /// <summary>The questions that wait, oldest first.</summary>
    public IReadOnlyList<PendingApproval> Pending
    {
        get
        {
            lock (_gate)
                return [.. _pending.Values.OrderBy(static pending => pending.CreatedAtMs)];
        }
    }

    /// <summary>Asks; or says why not.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="id">Id the asker chose; null: a new one.</param>
    /// <param name="timeout">How long it waits.</param>
    public (PendingApproval? Pending, string? Problem) Open(ExecApprovalSubject subject, string? id, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var limit = timeout > s_longest ? s_longest : timeout;
        var now = _time.GetUtcNow();
        var pending = new PendingApproval(
            id ?? Guid.NewGuid().ToString(), subject, now.ToUnixTimeMilliseconds(), (now + limit).ToUnixTimeMilliseconds());
        lock (_gate)
        {
            if (_stopped)
                return (null, "the gateway is stopping");
            if (_pending.Count >= MaxPending)
                return (null, "too many commands wait for an approval");
            if (!_pending.TryAdd(pending.Id, pending))
                return (null, IdPending);
        }

        // Known to everybody before it can end.
        _broadcaster.Publish(ProtocolEvents.ExecApprovalRequested, new ExecApprovalRequestedEvent
        {
            Id = pending.Id,
            Request = subject,
            CreatedAtMs = pending.CreatedAtMs,
            ExpiresAtMs = pending.ExpiresAtMs,
        });
        pending.Expiry = _time.CreateTimer(_ => Expire(pending), null, limit, Timeout.InfiniteTimeSpan);
        if (pending.Outcome.IsCompleted)
            pending.Expiry.Dispose();
        Opened?.Invoke(pending);
        return (pending, null);
    }

    /// <summary>Decides. Whoever calls this has made sure that <paramref name="by"/> may (scope operator.approvals).</summary>
    /// <param name="id">The question; the first eight characters suffice when only one begins so.</param>
    /// <param name="decision">One of <see cref="ApprovalDecision"/>.</param>
    /// <param name="by">Who decides, for people.</param>
    /// <returns>Null when it counted; else why not.</returns>
    public string? Resolve(string id, string decision, string? by)
    {
        if (!ApprovalDecision.IsKnown(decision))
            return InvalidDecision;
        PendingApproval? pending;
        lock (_gate)
        {
            pending = _pending.GetValueOrDefault(id) ?? OnlyOneLike(id);
            if (pending is null || !_pending.Remove(pending.Id))
                return UnknownId;
        }

        _broadcaster.Publish(ProtocolEvents.ExecApprovalResolved, new ExecApprovalResolvedEvent
        {
            Id = pending.Id,
            Decision = decision,
            ResolvedBy = by,
            Ts = _time.GetUtcNow().ToUnixTimeMilliseconds(),
        });
        pending.End(new ApprovalOutcome(decision, by));
        return null;
    }

    /// <summary>Drops everything that waits.</summary>
    public void Dispose()
    {
        List<PendingApproval> all;
        lock (_gate)
        {
            _stopped = true;
            all = [.. _pending.Values];
            _pending.Clear();
        }

        foreach (var pending in all)
            pending.End(new ApprovalOutcome(null, Dropped: true));
    }

    private PendingApproval? OnlyOneLike(string id)
    {
        if (id.Length < 8)
            return null;
        var like = _pending.Values.Where(pending => pending.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return like.Count == 1 ? like[0] : null;
    }

    private void Expire(PendingApproval pending)
    {
        lock (_gate)
        {
            if (!_pending.Remove(pending.Id))
                return;
        }

        pending.End(new ApprovalOutcome(null));
    }
}
