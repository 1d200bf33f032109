using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>An accepted message until its end: it waits, or a run answers it, and it ends exactly once.</summary>
internal sealed class InboundTicket(InboundMessage message, CancellationTokenSource stop) : IQueueItem
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<InboundEnd> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private InboundEnd? _end;

    /// <summary>What was said.</summary>
    public InboundMessage Message => message;

    /// <summary>Its name.</summary>
    public string RunId => message.RunId;

    /// <inheritdoc/>
    public string Text { get; private set; } = message.Text;

    /// <inheritdoc/>
    public string? MessageId => message.MessageId;

    /// <summary>
    /// Messages of one target may be answered together, which a run does with the rights of one caller: so those are part of it.
    /// </summary>
    public string Target { get; } = string.Join(
        '\n',
        [message.Channel, message.AccountId, message.To, message.ThreadId, message.Caller.Origin.ToString(), message.Caller.IsOwner.ToString(), .. message.Caller.Scopes.Order(StringComparer.Ordinal)]);

    /// <summary>What it says about its own run.</summary>
    public MessageDirectives Directives { get; private set; } = MessageDirectives.None;

    /// <summary>Messages that became part of this one: they end as it does.</summary>
    public IReadOnlyList<InboundTicket> Joined { get; private set; } = [];

    /// <summary>The run that answers it; null while it waits.</summary>
    public AgentRun? Run { get; private set; }

    /// <summary>Ends after everybody was told. Never fails.</summary>
    public Task<InboundEnd> Completion => _done.Task;

    /// <summary>Cancelled when it is stopped while it waits.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>What follows its run, held so that it can be awaited.</summary>
    public Task? Work { get; set; }

    /// <summary>True when it needs nothing more.</summary>
    public bool IsEnded
    {
        get
        {
            lock (_gate)
                return _end is not null;
        }
    }

    /// <summary>True once its answer is known to everybody who may ask.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Puts what goes to the model in the place of what was written.</summary>
    public void Read(string text, MessageDirectives directives) => (Text, Directives) = (text, directives);

    /// <summary>Takes earlier messages of the same sender in.</summary>
    public void Join(IReadOnlyList<InboundTicket> earlier)
    {
        Joined = earlier;
        Text = string.Join('\n', earlier.Append(this).Select(static ticket => ticket.Text));
    }

    /// <summary>Gives it the run that <paramref name="start"/> makes; null when it has ended, or there is no run to be had.</summary>
    public AgentRun? TryRun(Func<AgentRun?> start)
    {
        lock (_gate)
            return _end is not null ? null : Run = start();
    }

    /// <summary>Takes its run away again: what was said to it came too late.</summary>
    public void Unheard() => Run = null;

    /// <summary>Settles how it ended; false when that was settled before. <see cref="Complete"/> must follow once everybody was told.</summary>
    public bool TrySettle(InboundEnd end)
    {
        lock (_gate)
        {
            if (_end is not null)
                return false;
            _end = end;
        }

        message.Settled?.Invoke(end);
        IsSettled = true;
        return true;
    }

    /// <summary>Wakes who waits for the end.</summary>
    public void Complete() => _done.TrySetResult(_end!);

    /// <summary>Cancels what is done for it.</summary>
    public void Stop() => stop.Cancel();
}
