using System.Collections.Concurrent;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Commands.Session;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>
/// Where every message to an agent comes in: from clients, nodes and channels alike (spec 08 §7). It knows all that have not ended, keeps
/// their order within a session, and stops them.
/// </summary>
internal sealed class InboundDesk(
    AgentRunner runner, InboundReader reader, InboundRuns runs, InboundAnswers answers, RunEvents events, QueueRules rules, InboundStops stops, CommandHooks hooks,
    RunJournal journal, TimeProvider time)
    : IAsyncDisposable
{
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, InboundTicket> _tickets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InboundLine> _lines = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _stopping;

    /// <summary>
    /// Takes a message that <see cref="Begin"/> sets going, so that its caller can be answered in between. Null: a message or run of this
    /// name is going on, too many are, or the gateway is stopping.
    /// </summary>
    public InboundTicket? Accept(InboundMessage message)
    {
        if (_stopping || _tickets.Count >= AgentRunner.MaxRuns || IsTaken(message.RunId))
            return null;
        var ticket = new InboundTicket(message, new CancellationTokenSource());
        return _tickets.TryAdd(message.RunId, ticket) ? ticket : null;
    }

    /// <summary>Sets an accepted message going. It stands in its session's line when this returns.</summary>
    public void Begin(InboundTicket ticket)
    {
        ticket.Completion.ContinueWith(
            end => Leave(ticket, end.Result), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (ticket.Message.Sender.IsAuthorised && StopWords.Is(ticket.Message.Text))
        {
            var (messages, subagents) = stops.Stop(ticket.Message.SessionKey, ticket.RunId);
            answers.End(ticket, InboundEnd.Said(StopCommand.Text(messages, subagents)));
            var message = ticket.Message;
            hooks.Stopped(message.SessionKey, message.Sender, message.Channel, text => answers.Show(ticket, "hook", text));
            return;
        }

        if (!ticket.Message.IsJournaled && !Keep(ticket))
            return;
        bool taken;
        lock (_gate)
        {
            if (!_lines.TryGetValue(ticket.Message.SessionKey, out var line))
                _lines[ticket.Message.SessionKey] = line = new InboundLine(ticket.Message.SessionKey, reader, runs, answers, rules, Retire, time);
            taken = !_stopping && line.Post(ticket, _stop.Token);
        }

        if (!taken)
            answers.End(ticket, InboundEnd.Failed(RunReport.Busy));
    }

    /// <summary>The message of this name, while it has not ended.</summary>
    public InboundTicket? Find(string runId) => _tickets.GetValueOrDefault(runId) is { IsSettled: false } ticket ? ticket : null;

    /// <summary>True while a message or a run has this name.</summary>
    public bool IsTaken(string runId) => _tickets.ContainsKey(runId) || runner.Find(runId) is not null;

    /// <summary>How many messages of a session wait for its run to end.</summary>
    public int Depth(string sessionKey)
    {
        lock (_gate)
            return _lines.GetValueOrDefault(sessionKey)?.Depth ?? 0;
    }

    /// <summary>Stops one message, waiting or answered; false when it has ended or is being stopped already.</summary>
    public bool Stop(InboundTicket ticket, string reason)
    {
        if (ticket.Run is { } run)
        {
            if (run.Abort(reason) is not { } seq)
                return false;
            events.Aborted(run, seq);
            return true;
        }

        if (!answers.End(ticket, InboundEnd.Stopped(reason)))
            return false;
        ticket.Stop();
        lock (_gate)
            _lines.GetValueOrDefault(ticket.Message.SessionKey)?.Remove(ticket);
        return true;
    }

    /// <summary>Stops all of a session, those that wait first so that none starts in between.</summary>
    /// <returns>Names of what was stopped.</returns>
    public IReadOnlyList<string> StopAll(string sessionKey, string reason, string? exceptRunId = null) =>
        [.. _tickets.Values
            .Where(ticket => ticket.Message.SessionKey == sessionKey && ticket.RunId != exceptRunId)
            .OrderBy(static ticket => ticket.Run is not null)
            .Where(ticket => Stop(ticket, reason))
            .Select(static ticket => ticket.RunId)];

    /// <summary>Stops what has outlived its time; called about once a minute.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var ticket in _tickets.Values.Where(ticket => ticket.Message.ExpiresAt <= now))
            Stop(ticket, "timeout");
    }

    /// <summary>Ends everything that waits. Runs end with the runner, which must be stopped after this and before the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var ticket in _tickets.Values.Where(static ticket => ticket.Run is null))
            Stop(ticket, "shutdown");
        List<Task> loops;
        lock (_gate)
            loops = [.. _lines.Values.Select(static line => line.Loop)];
        await Task.WhenAll(loops).WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Writes an accepted message down, so that the end of the process does not lose it.</summary>
    private bool Keep(InboundTicket ticket)
    {
        try
        {
            journal.Accepted(ticket.Message.ToRequest());
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            answers.End(ticket, InboundEnd.Failed(GatewayError.Unavailable($"the message could not be written down: {problem.Message}")));
            return false;
        }
    }

    /// <summary>What the end of the gateway cut off is still owed: the next start tells of it.</summary>
    private void Leave(InboundTicket ticket, InboundEnd end)
    {
        if (end.AbortReason != "shutdown")
            journal.Ended(ticket.RunId);
        _tickets.TryRemove(ticket.RunId, out _);
    }

    private bool Retire(InboundLine line)
    {
        lock (_gate)
            return line.IsEmpty && _lines.Remove(line.Key);
    }
}
