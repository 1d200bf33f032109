using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>
/// A run that an API call started and listens to. What the model says is kept as one growing text, so a reader that is slow costs no more
/// than the answer itself. Disposing it while the run goes on stops the run: nobody is left to hear it.
/// </summary>
internal sealed class ApiRun : IRunObserver, IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamedText _text = new();
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly RunListeners _listeners;
    private readonly AgentRun _run;

    private ApiRun(AgentRun run, RunListeners listeners)
    {
        _run = run;
        _listeners = listeners;
    }

    /// <summary>Ends when the run does. Never fails.</summary>
    public Task<RunOutcome> Completion => _run.Completion;

    /// <summary>Everything the model said in this run; empty when it chose to say nothing.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
                return _text.Whole.Trim();
        }
    }

    /// <summary>Starts a run; null when the gateway takes no more.</summary>
    public static ApiRun? Start(AgentRunner runner, RunListeners listeners, RunRequest request)
    {
        if (runner.Reserve(request) is not { } reserved)
            return null;
        var run = new ApiRun(reserved, listeners);
        listeners.Add(request.RunId, run);
        runner.Begin(reserved);
        return run;
    }

    /// <summary>Waits until the model has said more or the run is over. Null: it is over and everything was taken.</summary>
    public async ValueTask<string?> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            var over = _run.Completion.IsCompleted;
            if (Take() is { Length: > 0 } fresh)
                return fresh;
            if (over)
                return null;
            await Task.WhenAny(_news.WaitAsync(ct), _run.Completion).ConfigureAwait(false);
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public void OnEvent(RunEvent happened)
    {
        lock (_gate)
        {
            switch (happened)
            {
                case RunEvent.AssistantText said:
                    _text.Say(said.Text);
                    break;
                case RunEvent.ToolStarted:
                    _text.EndMessage();
                    return;
                default:
                    return;
            }

            if (_news.CurrentCount == 0)
                _news.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listeners.Remove(_run.Request.RunId);
        _run.Abort("rpc");
    }

    private string Take()
    {
        lock (_gate)
            return _text.Take();
    }
}
