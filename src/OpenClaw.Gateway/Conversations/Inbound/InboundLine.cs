using System.Threading.Channels;
using OpenClaw.Agents.Queues;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>
/// The messages of one session, in the order in which they came: rapid ones are joined, commands carried out, the rest started or queued
/// while the session is busy (spec 08 §7.4). It exists while there is something to do.
/// </summary>
internal sealed class InboundLine
{
    private const int MaxWaiting = 1000;

    private readonly string _key;
    private readonly InboundReader _reader;
    private readonly InboundRuns _runs;
    private readonly InboundAnswers _answers;
    private readonly QueueRules _rules;
    private readonly Func<InboundLine, bool> _retire;
    private readonly TimeProvider _time;
    private readonly Channel<InboundTicket> _inbox = Channel.CreateBounded<InboundTicket>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly RapidTexts _rapid;
    private readonly List<(InboundMessage Message, string Text)> _unstored = [];
    private readonly Lock _gate = new();
    private readonly FollowupQueue<InboundTicket> _queue = new();
    private QueueSettings? _settings;

    public InboundLine(
        string key, InboundReader reader, InboundRuns runs, InboundAnswers answers, QueueRules rules, Func<InboundLine, bool> retire, TimeProvider time)
    {
        (_key, _reader, _runs, _answers, _rules, _retire, _time) = (key, reader, runs, answers, rules, retire, time);
        _rapid = new RapidTexts(rules.Rapid, time);
    }

    /// <summary>The session.</summary>
    public string Key => _key;

    /// <summary>The loop, held so that it can be awaited.</summary>
    public Task Loop { get; private set; } = Task.CompletedTask;

    /// <summary>True when nothing waits here.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
                return _queue.Count == 0 && _inbox.Reader.Count == 0 && _rapid.IsEmpty && _unstored.Count == 0;
        }
    }

    /// <summary>Messages that wait for a run to end.</summary>
    public int Depth
    {
        get
        {
            lock (_gate)
                return _queue.Count;
        }
    }

    /// <summary>Takes a message; false when too many wait.</summary>
    public bool Post(InboundTicket ticket, CancellationToken stop)
    {
        if (!_inbox.Writer.TryWrite(ticket))
            return false;
        if (Loop.IsCompleted)
            Loop = RunAsync(stop);
        _wake.Writer.TryWrite(true);
        return true;
    }

    /// <summary>Takes a message out of the queue, because it has ended.</summary>
    public void Remove(InboundTicket ticket)
    {
        lock (_gate)
            _queue.Remove(ticket);
        _wake.Writer.TryWrite(true);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        // Whoever posts is answered before anything happens here.
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            while (_inbox.Reader.TryRead(out var ticket))
            {
                foreach (var ready in _rapid.Add(ticket))
                    await AdmitAsync(ready, stop).ConfigureAwait(false);
            }

            foreach (var ready in _rapid.Due())
                await AdmitAsync(ready, stop).ConfigureAwait(false);
            await StoreAsync(stop).ConfigureAwait(false);
            if (StartQueued())
                continue;
            if (IsEmpty && _retire(this))
                return;
            await WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AdmitAsync(InboundTicket ticket, CancellationToken stop)
    {
        // Read before the restart that cut it off.
        if (ticket.Message.Resumes)
        {
            Queue(ticket);
            return;
        }

        if (await _reader.ReadAsync(ticket, stop).ConfigureAwait(false) is not { } read)
            return;
        var busy = _runs.Of(_key).Count > 0;
        foreach (var text in read.Said)
        {
            if (busy)
                _unstored.Add((ticket.Message, text));
            else
                await _answers.StoreAsync(ticket.Message, text, stop).ConfigureAwait(false);
        }

        if (read.End is { } end)
        {
            _answers.End(ticket, end);
            return;
        }

        foreach (var text in read.Said)
            _answers.Show(ticket, "inject", text);
        Queue(ticket);
    }

    /// <summary>Starts a message, hands it to the run in progress, or lets it wait.</summary>
    private void Queue(InboundTicket ticket)
    {
        if (ticket.IsEnded)
            return;
        var settings = _rules.For(ticket);
        var runs = _runs.Of(_key);
        if (!ticket.Message.MayQueue || (runs.Count == 0 && Depth == 0))
        {
            _runs.Start(new QueueBatch<InboundTicket>([ticket], [], ticket.Text));
            return;
        }

        switch (settings.Mode)
        {
            case QueueMode.Interrupt:
                foreach (var waiting in Cleared())
                    _answers.End(waiting, InboundEnd.Stopped("interrupt"));
                foreach (var run in runs)
                    run.Abort("interrupt");
                _runs.Start(new QueueBatch<InboundTicket>([ticket], [], ticket.Text));
                return;
            case QueueMode.Steer when runs.Any(run => _runs.TrySteer(run, ticket, Late)):
                return;
            case QueueMode.SteerBacklog:
                _ = runs.Any(run => _runs.TrySteer(run, ticket, late: null));
                break;
        }

        Hold(ticket, settings);
    }

    private void Hold(InboundTicket ticket, QueueSettings settings)
    {
        QueueOffer<InboundTicket> offer;
        lock (_gate)
        {
            _settings = settings;
            offer = _queue.Offer(ticket, settings, _time.GetUtcNow());
        }

        if (offer.Fate == QueueFate.Duplicate)
            _answers.End(ticket, InboundEnd.Silent);
        else if (offer.Fate == QueueFate.Refused)
            _answers.End(ticket, InboundEnd.Failed(QueueRules.Full(settings)));
        foreach (var dropped in offer.Dropped)
            _answers.End(dropped, InboundEnd.Failed(QueueRules.Dropped(settings)));
    }

    /// <summary>The run it was said to ended before the model saw it: it is answered like any other.</summary>
    private void Late(InboundTicket ticket)
    {
        Hold(ticket, _rules.For(ticket) with { Debounce = TimeSpan.Zero });
        _wake.Writer.TryWrite(true);
    }

    private bool StartQueued()
    {
        if (_runs.Of(_key).Count > 0)
            return false;
        QueueBatch<InboundTicket>? batch;
        lock (_gate)
        {
            if (_settings is null || _queue.DueAt(_settings) is not { } due || due > _time.GetUtcNow())
                return false;
            batch = _queue.Take(_settings.Mode);
        }

        if (batch is not null)
            _runs.Start(batch);
        return true;
    }

    private async Task StoreAsync(CancellationToken stop)
    {
        if (_unstored.Count == 0 || _runs.Of(_key).Count > 0)
            return;
        foreach (var (message, text) in _unstored)
            await _answers.StoreAsync(message, text, stop).ConfigureAwait(false);
        _unstored.Clear();
    }

    private IReadOnlyList<InboundTicket> Cleared()
    {
        lock (_gate)
            return _queue.Clear();
    }

    /// <summary>Waits for a message, for the end of a run, or for the time to come.</summary>
    private async Task WaitAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var runs = _runs.Of(_key).Select(static run => (Task)run.Completion).ToList();
        DateTimeOffset? due = _rapid.DueAt;
        lock (_gate)
        {
            if (runs.Count == 0 && _settings is not null && _queue.DueAt(_settings) is { } queued && (due is null || queued < due))
                due = queued;
        }

        if (due is { } at)
        {
            var wait = at - _time.GetUtcNow();
            runs.Add(Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _time, over.Token));
        }

        var woken = _wake.Reader.WaitToReadAsync(over.Token).AsTask();
        await Task.WhenAny(runs.Append(woken)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await ((Task)woken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _wake.Reader.TryRead(out _);
    }
}
