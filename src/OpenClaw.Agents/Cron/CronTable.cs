using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Cron;

/// <summary>
/// The jobs and when they are due. Every change is made here, under one lock that is never held while a job runs or a file is written.
/// </summary>
internal sealed class CronTable(CronStore store, TimeProvider time)
{
    /// <summary>More jobs than a person will make, few enough to be searched at every turn.</summary>
    public const int MaxJobs = 50_000;

    // A smaller step back is the clock being corrected, not set.
    private const long ClockSetBackMs = 5_000;
    private const long SaveIntervalMs = 1_000;

    private readonly Lock _gate = new();
    private readonly Lock _saving = new();
    private readonly Dictionary<string, bool> _running = new(StringComparer.Ordinal);
    private OrderedDictionary<string, StoredJob>? _jobs;
    private long _lastTurnMs;
    private long _lastSaveMs;
    private bool _unsaved;

    /// <summary>True while a change of a run waits to be written.</summary>
    public bool HasUnsaved
    {
        get
        {
            lock (_gate)
                return _unsaved;
        }
    }

    /// <summary>Number of jobs, and the time of the earliest enabled one.</summary>
    public (int Jobs, long? NextMs) Glance()
    {
        lock (_gate)
            return (Jobs.Count, Jobs.Values.Where(static job => job.IsEnabled).Min(static job => job.Job.State.NextRunAtMs));
    }

    /// <summary>Jobs by next run, those without one first (spec 02 §11).</summary>
    public IReadOnlyList<CronJob> List(bool includeDisabled)
    {
        lock (_gate)
            return [.. Jobs.Values.Where(job => includeDisabled || job.IsEnabled).Select(static job => job.Job).OrderBy(static job => job.State.NextRunAtMs ?? 0)];
    }

    public StoredJob? Find(string id)
    {
        lock (_gate)
            return Jobs.GetValueOrDefault(id);
    }

    /// <summary>Replaces, adds or (null) removes a job and writes the file; a disk that refuses leaves everything as it was.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">Gets the job as it is; returns what it becomes and, when refused, why.</param>
    public (StoredJob? Job, string? Problem) Change(string id, Func<StoredJob?, (StoredJob? Job, string? Problem)> change)
    {
        StoredJob? before;
        StoredJob? after;
        lock (_gate)
        {
            before = Jobs.GetValueOrDefault(id);
            (after, var problem) = change(before);
            if (problem is not null)
                return (null, problem);
            if (before is null && after is not null && Jobs.Count >= MaxJobs)
                return (null, $"there are {MaxJobs} jobs already; remove some first");
            Put(id, after);
        }

        try
        {
            Save();
        }
        catch
        {
            lock (_gate)
                Put(id, before);
            throw;
        }

        return (after, null);
    }

    /// <summary>Marks the jobs that are due and may start now as running; one of the main session and so many isolated ones at a time.</summary>
    public IReadOnlyList<CronJob> TakeDue(int isolatedAtOnce)
    {
        var now = NowMs();
        lock (_gate)
        {
            if (now < _lastTurnMs - ClockSetBackMs)
                Reschedule(now);
            _lastTurnMs = now;
            List<CronJob> taken = [];
            foreach (var job in Jobs.Values.Where(job => IsDue(job, now)).OrderBy(static job => job.Job.State.NextRunAtMs).ToList())
            {
                if (HasRoom(job, isolatedAtOnce))
                    taken.Add(Mark(job, now));
            }

            return taken;
        }
    }

    /// <summary>Marks one job as running, if it exists, does not run and (unless forced) is due.</summary>
    public (CronJob? Job, bool Exists, bool IsRunning) Take(string id, bool force)
    {
        var now = NowMs();
        lock (_gate)
        {
            if (!Jobs.TryGetValue(id, out var job))
                return (null, false, false);
            var running = _running.ContainsKey(id);
            return (running || (!force && !IsDue(job, now)) ? null : Mark(job, now), true, running);
        }
    }

    /// <summary>Takes the mark away and stores how it went.</summary>
    /// <returns>The job as it is now; null when it is gone, and whether that happened here.</returns>
    public (StoredJob? Job, bool Removed) Finish(CronJob started, CronOutcome outcome)
    {
        var now = NowMs();
        lock (_gate)
        {
            _running.Remove(started.Id);
            if (!Jobs.TryGetValue(started.Id, out var job))
                return (null, false);
            var after = CronProgress.AfterRun(job, started, outcome, now, time.LocalTimeZone);
            Put(started.Id, after);
            _unsaved = true;
            return (after, after is null);
        }
    }

    /// <summary>Takes the mark away as if the run had not been: it was cut off by a stop of the gateway.</summary>
    public void Abandon(string id)
    {
        lock (_gate)
        {
            _running.Remove(id);
            if (!Jobs.TryGetValue(id, out var job))
                return;
            Put(id, job.WithState(static state => state with { RunningAtMs = null }));
            _unsaved = true;
        }
    }

    /// <summary>When the next job is due that may start; null when none is.</summary>
    public long? NextStartMs(int isolatedAtOnce)
    {
        lock (_gate)
        {
            return Jobs.Values
                .Where(job => job.IsEnabled && !_running.ContainsKey(job.Job.Id) && HasRoom(job, isolatedAtOnce))
                .Min(static job => job.Job.State.NextRunAtMs);
        }
    }

    /// <summary>Writes what runs have changed, at most once a second. False: the disk refused; it is tried again.</summary>
    public void SaveSoon(bool atOnce = false)
    {
        lock (_gate)
        {
            if (!_unsaved || (!atOnce && NowMs() - _lastSaveMs is >= 0 and < SaveIntervalMs))
                return;
            _lastSaveMs = NowMs();
        }

        Save();
    }

    private OrderedDictionary<string, StoredJob> Jobs => _jobs ??= Load();

    private OrderedDictionary<string, StoredJob> Load()
    {
        var jobs = store.Load();
        var now = NowMs();
        _lastTurnMs = now;
        foreach (var (id, job) in jobs.ToList())
            jobs[id] = CronProgress.AtStart(job, now, time.LocalTimeZone);
        return jobs;
    }

    private void Reschedule(long now)
    {
        foreach (var (id, job) in Jobs.ToList())
        {
            if (job.Job.Schedule.Kind != "at")
                Jobs[id] = CronProgress.Scheduled(job, now, time.LocalTimeZone);
        }
    }

    private bool IsDue(StoredJob job, long now) => job.IsEnabled && job.Job.State.NextRunAtMs <= now && !_running.ContainsKey(job.Job.Id);

    private bool HasRoom(StoredJob job, int isolatedAtOnce) =>
        _running.Values.Count(isolated => isolated == IsIsolated(job)) < (IsIsolated(job) ? Math.Max(1, isolatedAtOnce) : 1);

    private CronJob Mark(StoredJob job, long now)
    {
        _running[job.Job.Id] = IsIsolated(job);
        var marked = job.WithState(state => state with { RunningAtMs = now });
        marked = marked with { Job = marked.Job with { UpdatedAtMs = now } };
        Put(job.Job.Id, marked);
        return marked.Job;
    }

    private static bool IsIsolated(StoredJob job) => job.Job.SessionTarget != "main";

    private void Put(string id, StoredJob? job)
    {
        if (job is null)
            Jobs.Remove(id);
        else
            Jobs[id] = job;
    }

    // Writers come one after another, and each writes what is true at that moment.
    private void Save()
    {
        lock (_saving)
        {
            List<StoredJob> jobs;
            lock (_gate)
            {
                jobs = [.. Jobs.Values];
                _unsaved = false;
            }

            try
            {
                store.Save(jobs);
            }
            catch
            {
                lock (_gate)
                    _unsaved = true;
                throw;
            }
        }
    }

    private long NowMs() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
