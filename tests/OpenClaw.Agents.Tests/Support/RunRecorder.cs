using System.Collections.Concurrent;
using System.Threading.Channels;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>Keeps every event, and lets tests wait for one.</summary>
internal sealed class RunRecorder : IRunObserver
{
    /// <summary>Somebody who may do everything.</summary>
    public static RunCaller Owner { get; } = new(RunOrigin.Operator, ["operator.admin"], IsOwner: true, "tests");

    private readonly Lock _gate = new();
    private readonly List<RunEvent> _events = [];
    private readonly Channel<RunEvent> _news = Channel.CreateUnbounded<RunEvent>();

    public void OnEvent(RunEvent happened)
    {
        lock (_gate)
            _events.Add(happened);
        _news.Writer.TryWrite(happened);
    }

    /// <summary>What had been heard of each run when its outcome was handed over.</summary>
    public ConcurrentDictionary<string, string> HeardWhenSettled { get; } = new();

    public void Settled(RunRequest request, RunOutcome outcome) => HeardWhenSettled[request.RunId] = Kinds(request.RunId);

    public IReadOnlyList<RunEvent> Of(string runId)
    {
        lock (_gate)
            return [.. _events.Where(happened => happened.RunId == runId)];
    }

    /// <summary>Kinds in order, e.g. <c>start text end</c>.</summary>
    public string Kinds(string runId) => string.Join(' ', Of(runId).Select(static happened => happened switch
    {
        RunEvent.Started => "start",
        RunEvent.AssistantText => "text",
        RunEvent.ToolStarted => "tool",
        RunEvent.ToolUpdated => "progress",
        RunEvent.ToolFinished { Result.IsError: true } => "failed",
        RunEvent.ToolFinished => "done",
        RunEvent.CompactionStarted => "compact",
        RunEvent.CompactionEnded { WillRetry: true } => "again",
        RunEvent.CompactionEnded => "compacted",
        RunEvent.Ended { Aborted: true } => "aborted",
        RunEvent.Ended => "end",
        _ => "error",
    }));

    public async Task<T> NextAsync<T>() where T : RunEvent
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await _news.Reader.ReadAsync(limit.Token) is T wanted)
                return wanted;
        }
    }
}
