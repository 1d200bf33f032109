using System.Text.Json;
using OpenClaw.Channels.Inbound.Lines;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Inbound;

/// <summary>
/// Takes what channels receive: on disk first, then to the line of its chat. Only so many events are in memory; while there are more, new
/// ones stay on disk and are read back in order when there is room. At the start everything is read back that an earlier process left, so
/// it comes before anything new of the same chat.
/// </summary>
public sealed class InboundIntake : IInboundIntake, IAsyncDisposable
{
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(5);

    private readonly IntakeParts _parts;
    private readonly InboundPipeline _pipeline;
    private readonly ChatLines _lines;
    private readonly ReadBack _readBack;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Task _reading = Task.CompletedTask;
    private bool _stopping;

    /// <summary>Nothing is read or started before <see cref="Start"/>; what is accepted until then waits on disk.</summary>
    public InboundIntake(IntakeParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        var runningName = Guid.NewGuid().ToString("N");
        _pipeline = new InboundPipeline(parts, runningName);
        _lines = new ChatLines(_gate, _pipeline, parts, () => _readBack!.Consider(), _stop.Token);
        _readBack = new ReadBack(_gate, _lines, parts, runningName);
    }

    /// <summary>Events in memory.</summary>
    public int InMemory
    {
        get
        {
            lock (_gate)
                return _lines.Events;
        }
    }

    /// <summary>Begins with what an earlier process left. Accounts may start before or after it.</summary>
    public void Start() => _reading = _readBack.RunAsync(_stop.Token);

    /// <inheritdoc/>
    public Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        var entry = Entry(inbound);
        Task<RowTicket> ticket;

        // Under the lock up to here, so that a chat's events have the order of the calls on disk and in its line.
        lock (_gate)
        {
            if (_stopping)
                return Task.FromResult(false);
            var write = _parts.Journal.AcceptAsync(entry, CancellationToken.None);
            var isDirect = _readBack.MayPass();
            ticket = KeepAsync(write, inbound, isDirect);
            if (isDirect)
                _lines.Post(inbound, RowOf(ticket));
        }

        return IsKept(ticket).WaitAsync(ct);
    }

    /// <summary>Stops taking and working; what is not finished stays in the journal for the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        Task lines;
        lock (_gate)
        {
            _stopping = true;
            lines = _lines.Ended();
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(lines, _reading, _pipeline.DrainAsync()).WaitAsync(s_stopTimeout, _parts.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    internal static NewInboxEntry Entry(InboundEvent inbound) => new(
        inbound.Channel, inbound.AccountId, inbound.Key, inbound.ChatId, JsonSerializer.SerializeToUtf8Bytes(inbound, ChannelsJson.Default.InboundEvent));

    private async Task<RowTicket> KeepAsync(Task<InboxReceipt> write, InboundEvent inbound, bool isDirect)
    {
        InboxReceipt? receipt = null;
        try
        {
            receipt = await write.ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            InboundLog.NotAccepted(_parts.Logger, inbound.Channel, inbound.AccountId, problem.Message);
        }

        lock (_gate)
            _readBack.Written(receipt, isDirect);
        if (receipt is not { } kept)
            return default;
        if (!kept.IsNew)
            return new RowTicket(true, null);
        _parts.Accounts.NoteActivity(inbound.Channel, inbound.AccountId, inbound: true);
        return new RowTicket(true, new InboundRow(kept.Id, inbound, _parts.Time.GetUtcNow().ToUnixTimeMilliseconds(), IsReplay: false));
    }

    private static async Task<bool> IsKept(Task<RowTicket> ticket) => (await ticket.ConfigureAwait(false)).IsKept;

    private static async Task<InboundRow?> RowOf(Task<RowTicket> ticket) => (await ticket.ConfigureAwait(false)).Row;
}
