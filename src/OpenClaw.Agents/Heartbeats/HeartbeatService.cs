using OpenClaw.Agents.Scheduling;
using OpenClaw.Agents.SystemEvents;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>
/// Lets agents look up from time to time, and at once when something waits for them (spec 09 §7). One beat at a time. Requests are
/// merged for a quarter of a second; a beat that finds the agents busy is tried again every second.
/// </summary>
public sealed class HeartbeatService : IHeartbeatWake, IAsyncDisposable
{
    // One agent's sessions can hardly wait in greater number; more are left to the next periodic beat.
    private const int MaxPending = 200;
    private const long MergeMs = 250;
    private const long RetryMs = 1_000;
    private const string Interval = "interval";

    private readonly HeartbeatParts _parts;
    private readonly Heartbeat _heartbeat;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string AgentId, string? Key), (string Reason, long NotBeforeMs)> _pending = [];
    private readonly Dictionary<string, long> _countFrom = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Clockwork _clock;
    private int _disposed;

    /// <summary>Makes the owner; nothing beats yet.</summary>
    public HeartbeatService(HeartbeatParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _heartbeat = new Heartbeat(parts);
        _clock = new Clockwork(parts.Time, TurnAsync);
    }

    /// <summary>What wakes it.</summary>
    internal Clockwork Clock => _clock;

    /// <summary>Starts the clockwork; the first periodic beat comes after one interval.</summary>
    public void Start() => _clock.Start();

    /// <inheritdoc/>
    public void Request(string reason, string? sessionKey = null)
    {
        var agentId = sessionKey is null ? _parts.Agents.DefaultId : _parts.Sessions.AgentOf(sessionKey);
        lock (_gate)
            Add((agentId, KeyOf(agentId, sessionKey)), reason, NowMs() + MergeMs);
        _clock.Wake();
    }

    /// <summary>Beats at once and waits for the outcome; when something else is going on, the result says so and nothing is queued.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="reason">What caused it.</param>
    /// <param name="sessionKey">Canonical key of the session whose notes wait.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<BeatResult> BeatNowAsync(string agentId, string reason, string sessionKey, CancellationToken ct)
    {
        if (!await _one.WaitAsync(TimeSpan.Zero, ct).ConfigureAwait(false))
            return new BeatResult(BeatStatus.Skipped, BeatResult.Busy);
        try
        {
            return await BeatAsync(agentId, reason, KeyOf(agentId, sessionKey), ct).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            await _clock.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<long> TurnAsync(CancellationToken ct)
    {
        foreach (var (agentId, key, reason) in TakeDue())
            await TryAsync(agentId, key, reason, ct).ConfigureAwait(false);
        return NextMs();
    }

    private async Task TryAsync(string agentId, string? key, string reason, CancellationToken ct)
    {
        try
        {
            await _one.WaitAsync(ct).ConfigureAwait(false);
            try
            {
                if ((await BeatAsync(agentId, reason, key, ct).ConfigureAwait(false)).IsBusy)
                    Again(agentId, key, reason);
            }
            finally
            {
                _one.Release();
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            _parts.Listener.OnFault(fault);
        }
    }

    // Whatever came of it but "busy", the agent has had its turn: the interval counts from here.
    private async Task<BeatResult> BeatAsync(string agentId, string reason, string? key, CancellationToken ct)
    {
        var result = await _heartbeat.BeatAsync(agentId, reason, key, ct).ConfigureAwait(false);
        if (!result.IsBusy)
        {
            lock (_gate)
                _countFrom[agentId] = NowMs();
        }

        return result;
    }

    private void Again(string agentId, string? key, string reason)
    {
        lock (_gate)
            Add((agentId, key), reason, NowMs() + RetryMs);
    }

    // A request never makes an older one wait longer, and the clock's own reason gives way to any other.
    private void Add((string, string?) slot, string reason, long notBeforeMs)
    {
        if (_pending.TryGetValue(slot, out var known))
            _pending[slot] = (reason == Interval ? known.Reason : reason, Math.Min(known.NotBeforeMs, notBeforeMs));
        else if (_pending.Count < MaxPending)
            _pending[slot] = (reason, notBeforeMs);
    }

    private List<(string AgentId, string? Key, string Reason)> TakeDue()
    {
        var now = NowMs();
        lock (_gate)
        {
            foreach (var (agentId, dueMs) in Periodic(now))
            {
                if (dueMs > now)
                    continue;
                _countFrom[agentId] = now;
                Add((agentId, null), Interval, now);
            }

            // The clock was set back: nothing waits longer than it was meant to.
            foreach (var (slot, wait) in _pending.Where(entry => entry.Value.NotBeforeMs > now + RetryMs).ToList())
                _pending[slot] = wait with { NotBeforeMs = now };
            var due = _pending.Where(entry => entry.Value.NotBeforeMs <= now).Select(static entry => (entry.Key.AgentId, entry.Key.Key, entry.Value.Reason)).ToList();
            foreach (var (agentId, key, _) in due)
                _pending.Remove((agentId, key));
            return due;
        }
    }

    private List<(string AgentId, long DueMs)> Periodic(long now)
    {
        List<(string, long)> due = [];
        foreach (var agentId in _parts.Agents.Ids())
        {
            if (HeartbeatPlan.Of(_parts.Agents, agentId).EveryMs is not { } every)
            {
                _countFrom.Remove(agentId);
                continue;
            }

            if (!_countFrom.TryGetValue(agentId, out var from) || from > now)
                _countFrom[agentId] = from = now;
            due.Add((agentId, from + Math.Max(every, RetryMs)));
        }

        return due;
    }

    private long NextMs()
    {
        lock (_gate)
            return Periodic(NowMs()).Select(static entry => entry.DueMs).Concat(_pending.Values.Select(static wait => wait.NotBeforeMs)).DefaultIfEmpty(long.MaxValue).Min();
    }

    /// <summary>The session of the periodic beats has one place in the line, however it is named.</summary>
    private string? KeyOf(string agentId, string? sessionKey)
    {
        var key = sessionKey ?? Sessions.SessionKeys.ForMain(agentId, _parts.Agents.KeyRules);
        return key == _heartbeat.SessionOf(HeartbeatPlan.Of(_parts.Agents, agentId)) ? null : key;
    }

    private long NowMs() => _parts.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
