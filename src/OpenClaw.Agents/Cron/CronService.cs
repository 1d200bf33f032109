using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Scheduling;
using OpenClaw.Protocol.Cron;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Agents.Cron;

/// <summary>
/// Jobs that run on their own (spec 09 §6): keeps them, knows when each is due, runs it and says how it went. Every method may be called
/// from any thread, also while jobs run.
/// </summary>
public sealed class CronService : IAsyncDisposable
{
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(2);

    private readonly CronSettings _settings;
    private readonly AgentDirectory _agents;
    private readonly ICronWork _work;
    private readonly ICronListener _listener;
    private readonly TimeProvider _time;
    private readonly CronTable _table;
    private readonly CronRunLog _log;
    private readonly Dictionary<string, Task> _runs = new(StringComparer.Ordinal);
    private readonly Clockwork _clock;
    private bool _saveFailed;
    private int _disposed;

    /// <summary>Makes the owner; no file is touched.</summary>
    public CronService(CronSettings settings, AgentDirectory agents, ICronWork work, ICronListener listener, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(listener);
        (_settings, _agents, _work, _listener, _time) = (settings, agents, work, listener, time);
        _table = new CronTable(new CronStore(settings.StorePath, listener.OnProblem), time);
        _log = new CronRunLog(Path.Combine(Path.GetDirectoryName(settings.StorePath)!, "runs"));
        _clock = new Clockwork(time, _ => Task.FromResult(Turn()));
    }

    /// <summary>What wakes it.</summary>
    internal Clockwork Clock => _clock;

    /// <summary>Jobs that run now.</summary>
    internal int Running
    {
        get
        {
            lock (_runs)
                return _runs.Count;
        }
    }

    /// <summary>Starts the clockwork, unless jobs are switched off.</summary>
    public void Start()
    {
        if (_settings.Enabled)
            _clock.Start();
    }

    /// <summary><c>cron.status</c>.</summary>
    public CronStatusResult Status()
    {
        var (jobs, next) = _table.Glance();
        return new CronStatusResult { Enabled = _settings.Enabled, StorePath = _settings.StorePath, Jobs = jobs, NextWakeAtMs = _settings.Enabled ? next : null };
    }

    /// <summary><c>cron.list</c>.</summary>
    public IReadOnlyList<CronJob> List(bool includeDisabled) => _table.List(includeDisabled);

    /// <summary><c>cron.runs</c>: the last runs, oldest first.</summary>
    public IReadOnlyList<CronRunEntry> Runs(string id, int limit) => _log.Last(id, limit);

    /// <summary><c>cron.add</c>: the job, or what is wrong with it.</summary>
    public (CronJob? Job, string? Problem) Add(CronAddParams request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = Guid.NewGuid().ToString();
        var (job, problem) = _table.Change(id, _ => Checked(CronChanges.Create(request, id, NowMs()), reschedule: true));
        return job is null ? (null, problem) : (Changed(job.Job, "added"), null);
    }

    /// <summary><c>cron.update</c>: the job, or why it stays as it is.</summary>
    public (CronJob? Job, string? Problem) Update(string id, CronJobPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var (job, problem) = _table.Change(id, stored =>
        {
            if (stored is null)
                return (null, Unknown(id));
            var (changed, refused) = CronChanges.Apply(stored, patch, NowMs());
            var reschedule = patch.Schedule is not null || patch.Enabled is not null;
            return refused is not null ? (null, refused) : Checked(reschedule ? changed! with { Retries = 0 } : changed!, reschedule);
        });
        return job is null ? (null, problem) : (Changed(job.Job, "updated"), null);
    }

    /// <summary><c>cron.remove</c>: false when there was none. A run that has begun goes on to its end.</summary>
    public bool Remove(string id)
    {
        if (_table.Find(id) is null)
            return false;
        _table.Change(id, static _ => (null, null));
        _listener.OnEvent(new CronEvent { JobId = id, Action = "removed" });
        _clock.Wake();
        return true;
    }

    /// <summary><c>cron.run</c>: runs it now and waits for its end; the run goes on when the caller leaves.</summary>
    public async Task<(CronRunResult? Result, string? Problem)> RunAsync(string id, bool force, CancellationToken ct)
    {
        var (job, exists, running) = _table.Take(id, force);
        if (!exists)
            return (null, Unknown(id));
        if (job is null)
            return (new CronRunResult { Ok = true, Ran = false, Reason = running ? "already-running" : "not-due" }, null);
        await Begin(job).WaitAsync(ct).ConfigureAwait(false);
        return (new CronRunResult { Ok = true, Ran = true }, null);
    }

    /// <summary>Stops the clockwork and what runs; a job that is cut off counts as not run.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _clock.DisposeAsync().ConfigureAwait(false);
        Task running;
        lock (_runs)
            running = Task.WhenAll(_runs.Values.ToList());
        await running.WaitAsync(s_stopTimeout, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Save(atOnce: true);
    }

    private static string Unknown(string id) => $"unknown cron job id: {id}";

    private (StoredJob? Job, string? Problem) Checked(StoredJob job, bool reschedule)
    {
        var now = NowMs();
        var problem = CronChanges.Problem(job.Job, _agents)
            ?? (reschedule ? CronTimes.Problem(job.Job.Schedule, now, _time.LocalTimeZone) : null);
        if (problem is not null)
            return (null, problem);
        return (reschedule ? CronProgress.Scheduled(job, now, _time.LocalTimeZone) : job, null);
    }

    private CronJob Changed(CronJob job, string action)
    {
        _listener.OnEvent(new CronEvent { JobId = job.Id, Action = action, NextRunAtMs = job.State.NextRunAtMs });
        _clock.Wake();
        return job;
    }

    private long Turn()
    {
        foreach (var job in _table.TakeDue(_settings.MaxConcurrentRuns))
            _ = Begin(job);
        Save(atOnce: false);
        var next = _table.NextStartMs(_settings.MaxConcurrentRuns) ?? long.MaxValue;
        return _table.HasUnsaved ? Math.Min(next, NowMs() + CronTimes.ShortestIntervalMs) : next;
    }

    // Held until it has ended; it never fails.
    private Task Begin(CronJob job)
    {
        _listener.OnEvent(new CronEvent { JobId = job.Id, Action = "started", RunAtMs = job.State.RunningAtMs });
        lock (_runs)
            return _runs[job.Id] = Task.Run(() => RunToEndAsync(job));
    }

    private async Task RunToEndAsync(CronJob job)
    {
        try
        {
            await RunAsync(job).ConfigureAwait(false);
        }
        finally
        {
            lock (_runs)
            {
                _runs.Remove(job.Id);
                _clock.Wake();
            }
        }
    }

    private async Task RunAsync(CronJob job)
    {
        CronOutcome outcome;
        try
        {
            outcome = await _work.RunAsync(job, _clock.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_clock.Stopping.IsCancellationRequested)
        {
            _table.Abandon(job.Id);
            return;
        }
        catch (Exception fault)
        {
            _listener.OnFault(fault, $"job {job.Id}");
            outcome = new CronOutcome(CronOutcome.Failed, $"{fault.GetType().Name}: {fault.Message}");
        }

        var (after, removed) = _table.Finish(job, outcome);
        var startedMs = job.State.RunningAtMs ?? NowMs();
        var finished = new CronEvent
        {
            JobId = job.Id,
            Action = "finished",
            Status = outcome.Status,
            Error = outcome.Error,
            Summary = outcome.Summary,
            RunAtMs = startedMs,
            DurationMs = Math.Max(0, NowMs() - startedMs),
            NextRunAtMs = after?.Job.State.NextRunAtMs,
        };
        Log(finished);
        Save(atOnce: false);
        _listener.OnEvent(finished);
        if (removed)
            _listener.OnEvent(new CronEvent { JobId = job.Id, Action = "removed" });
    }

    private void Log(CronEvent finished)
    {
        try
        {
            _log.Add(new CronRunEntry
            {
                Ts = NowMs(),
                JobId = finished.JobId,
                Action = finished.Action,
                Status = finished.Status,
                Error = finished.Error,
                Summary = finished.Summary,
                RunAtMs = finished.RunAtMs,
                DurationMs = finished.DurationMs,
                NextRunAtMs = finished.NextRunAtMs,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _listener.OnProblem($"the run log of job {finished.JobId} cannot be written: {e.Message}");
        }
    }

    // What is true stays true in memory; the file follows as soon as the disk lets it.
    private void Save(bool atOnce)
    {
        try
        {
            _table.SaveSoon(atOnce);
            _saveFailed = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!_saveFailed)
                _listener.OnProblem($"{_settings.StorePath} cannot be written: {e.Message}; it is tried again every second");
            _saveFailed = true;
        }
    }

    private long NowMs() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
