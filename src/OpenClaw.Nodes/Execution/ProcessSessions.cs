namespace OpenClaw.Nodes.Execution;

/// <summary>
/// The commands of this process: running ones, and finished ones for a while. Each belongs to a scope; the ids of others are unknown.
/// Disposing ends them all.
/// </summary>
public sealed class ProcessSessions(TimeProvider time) : IAsyncDisposable
{
    /// <summary>Commands that run at the same time, all agents together.</summary>
    public const int MaxRunning = 64;

    private const int MaxFinished = 200;
    private static readonly TimeSpan s_stopWait = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ProcessSession> _sessions = new(StringComparer.Ordinal);
    private bool _stopped;

    /// <summary>Starts a command; or says why not.</summary>
    public (ProcessSession? Session, string? Problem) Start(ProcessOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (_gate)
        {
            if (_stopped)
                return (null, "the gateway is stopping");
            Sweep();
            if (_sessions.Values.Count(static session => session.IsRunning) >= MaxRunning)
                return (null, $"{MaxRunning} commands are running already; end one with the process tool");
            try
            {
                var session = new ProcessSession(ProcessNames.New(_sessions.ContainsKey), order, time);
                _sessions.Add(session.Id, session);
                return (session, null);
            }
            catch (IOException problem)
            {
                return (null, problem.Message);
            }
        }
    }

    /// <summary>The command of this id, if it belongs to the scope.</summary>
    public ProcessSession? Find(string scope, string id)
    {
        lock (_gate)
            return _sessions.GetValueOrDefault(id) is { } session && session.Order.Scope == scope ? session : null;
    }

    /// <summary>The commands of a scope, the newest first.</summary>
    public IReadOnlyList<ProcessSession> Of(string scope)
    {
        lock (_gate)
        {
            Sweep();
            return [.. _sessions.Values.Where(session => session.Order.Scope == scope).OrderByDescending(static session => session.StartedAt)];
        }
    }

    /// <summary>Forgets a finished command.</summary>
    public void Forget(ProcessSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        lock (_gate)
            _sessions.Remove(session.Id);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<ProcessSession> all;
        lock (_gate)
        {
            _stopped = true;
            all = [.. _sessions.Values];
        }

        foreach (var session in all.Where(static session => session.IsRunning))
            session.Kill();
        var ends = Task.WhenAll(all.Select(static session => session.Completion));
        await ends.WaitAsync(s_stopWait, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        var finished = _sessions.Values.Where(static session => !session.IsRunning).OrderByDescending(static session => session.EndedAt).ToList();
        foreach (var session in finished.Where((session, index) => index >= MaxFinished || now - session.EndedAt > session.Order.Keep))
            _sessions.Remove(session.Id);
    }
}
