using System.Collections.Concurrent;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>One answer while it is being made: turns what its run does into signs of life.</summary>
internal sealed class AnswerInProgress : IRunObserver, IAsyncDisposable
{
    private static readonly TimeSpan s_blocksLimit = TimeSpan.FromSeconds(60);

    private readonly string _runId;
    private readonly TypingController _typing;
    private readonly DraftText? _drafts;
    private readonly BlockStream? _blocks;
    private readonly RunListeners _listeners;
    private readonly ConcurrentBag<Task> _held = [];
    private int _said;

    /// <summary>Listens to the run from its begin.</summary>
    public AnswerInProgress(string runId, TypingController typing, DraftText? drafts, BlockStream? blocks, RunListeners listeners)
    {
        (_runId, _typing, _drafts, _blocks, _listeners) = (runId, typing, drafts, blocks, listeners);
        listeners.Add(runId, this);
    }

    /// <summary>The line that tells of a tool that was used; null: it is not told of.</summary>
    public required Func<RunEvent.ToolFinished, string?> ToolLine { get; init; }

    /// <summary>Sends such a line.</summary>
    public Action<string> Say { get; set; } = static _ => { };

    /// <summary>The message was taken.</summary>
    public void Accepted() => _typing.Accepted();

    /// <summary>Numbers texts that go out besides the answer.</summary>
    public int NextSaid() => Interlocked.Increment(ref _said);

    /// <summary>Something whose end is waited for.</summary>
    public void Hold(Task task) => _held.Add(task);

    /// <inheritdoc/>
    public void OnEvent(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.Started or RunEvent.ToolStarted:
                _typing.Working();
                break;
            case RunEvent.AssistantText text when text.Text.Length > 0:
                _typing.Writing();
                _drafts?.Say(text.Text);
                _blocks?.Say(text.Text);
                break;
            case RunEvent.ToolFinished used when ToolLine(used) is { } line:
                Say(line);
                break;
        }
    }

    /// <summary>The run is over: what is left of its blocks goes out.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        _listeners.Remove(_runId);
        if (_drafts is not null)
            await _drafts.DisposeAsync().ConfigureAwait(false);
        if (_blocks is null)
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_blocksLimit);
        await _blocks.CompleteAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    /// <summary>What of a text has not gone out in blocks.</summary>
    public string Unsent(string text) => _blocks?.Unsent(text) ?? text;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listeners.Remove(_runId);
        await _typing.DisposeAsync().ConfigureAwait(false);
        if (_drafts is not null)
            await _drafts.DisposeAsync().ConfigureAwait(false);
        if (_blocks is not null)
            await _blocks.DisposeAsync().ConfigureAwait(false);
    }
}
