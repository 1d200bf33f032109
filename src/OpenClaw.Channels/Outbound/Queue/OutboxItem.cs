using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>A part on its way out. Handled by the runner of its chat; others may only withdraw it while it waits.</summary>
internal sealed class OutboxItem
{
    // Longer is never planned; a clock that was wrong when it was noted must not hold a message back for years.
    private static readonly TimeSpan s_longestHold = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _withdrawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PartResult? _end;
    private bool _isSending;
    private PartResult? _withdrawal;
    private long _heldSince;
    private TimeSpan _hold;

    public OutboxItem(long id, NewOutboxEntry entry, OutboundPart part, bool failFast)
    {
        (Id, Channel, AccountId, ChatId, Key, ExpiresAt) = (id, entry.Channel, entry.AccountId, entry.ChatId, entry.Key, entry.ExpiresAt);
        (MessageKey, Number) = OutboxKeys.Split(Key);
        (Part, FailFast) = (part, failFast);
    }

    public OutboxItem(OutboxEntry entry, TimeProvider time, bool failFast = false)
    {
        (Id, Channel, AccountId, ChatId, Key, ExpiresAt) = (entry.Id, entry.Channel, entry.AccountId, entry.ChatId, entry.Key, entry.ExpiresAt);
        (MessageKey, Number) = OutboxKeys.Split(Key);
        (Failures, LastError, FailFast) = (entry.Attempts, entry.Error, failFast);
        WasSending = entry.State == OutboxState.Sending;
        var hold = TimeSpan.FromMilliseconds(Math.Max(0, entry.NextAttemptAt - time.GetUtcNow().ToUnixTimeMilliseconds()));
        Hold(hold < s_longestHold ? hold : s_longestHold, time);
    }

    public long Id { get; }

    public string Channel { get; }

    public string AccountId { get; }

    public string ChatId { get; }

    public string Key { get; }

    public string MessageKey { get; }

    /// <summary>Place in its message, from 1.</summary>
    public int Number { get; }

    public long ExpiresAt { get; }

    /// <summary>Somebody waits and is to be told at once when the account is not reached.</summary>
    public bool FailFast { get; }

    /// <summary>What to send; null until it is read from the journal.</summary>
    public OutboundPart? Part { get; set; }

    /// <summary>Failed tries so far.</summary>
    public int Failures { get; set; }

    public string? LastError { get; set; }

    /// <summary>The last try may have been taken.</summary>
    public bool WasSending { get; set; }

    /// <summary>How it ended; set before its waiters are told, so that one who comes between that and its removal finds it.</summary>
    public PartResult? End
    {
        get => _end;
        set => _end = value;
    }

    /// <summary>Completes when somebody withdraws it.</summary>
    public Task Withdrawn => _withdrawn.Task;

    /// <summary>How it ended when it was withdrawn.</summary>
    public PartResult? Withdrawal
    {
        get
        {
            lock (_gate)
                return _withdrawal;
        }
    }

    /// <summary>Not to be tried before this time is over.</summary>
    public void Hold(TimeSpan pause, TimeProvider time) => (_heldSince, _hold) = (time.GetTimestamp(), pause);

    /// <summary>How long it is still held; zero or less: no longer.</summary>
    public TimeSpan HoldLeft(TimeProvider time) => _hold - time.GetElapsedTime(_heldSince);

    /// <summary>False: it was withdrawn. From true on until <see cref="EndTry"/> nobody can withdraw it.</summary>
    public bool TryBegin()
    {
        lock (_gate)
            return _isSending = _withdrawal is null;
    }

    public void EndTry()
    {
        lock (_gate)
            _isSending = false;
    }

    /// <summary>Takes it out before it is sent. False: it is being sent now, or was withdrawn before.</summary>
    public bool TryWithdraw(PartResult end)
    {
        lock (_gate)
        {
            if (_isSending || _withdrawal is not null)
                return false;
            _withdrawal = end;
        }

        _withdrawn.TrySetResult();
        return true;
    }
}
