using System.Text.Json;
using System.Threading.Channels;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>
/// Reads events back from the journal: at the start, and when more were accepted than memory may hold. While it reads, new events go to the
/// disk alone, so that none passes an older one of its chat. Members are called under the intake's lock, except <see cref="RunAsync"/>.
/// </summary>
internal sealed class ReadBack(Lock gate, ChatLines lines, IntakeParts parts, string runningName)
{
    private const int PageSize = 250;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private bool _isReading = true;
    private long _through;
    private long _newest;
    private long _firstOwn = long.MaxValue;
    private int _writingDirect;
    private int _writingOnly;

    private int Room => parts.MostInMemory / 2;

    /// <summary>Whether the event that is being written now goes to its line at once; it is counted either way.</summary>
    public bool MayPass()
    {
        if (!_isReading && lines.Events >= parts.MostInMemory)
        {
            _isReading = true;
            InboundLog.Overflowing(parts.Logger, lines.Events);
        }

        if (_isReading)
            _writingOnly++;
        else
            _writingDirect++;
        return !_isReading;
    }

    /// <summary>An event is on disk, or could not be written (null).</summary>
    public void Written(InboxReceipt? receipt, bool isDirect)
    {
        if (receipt is { IsNew: true, Id: var id })
        {
            _firstOwn = Math.Min(_firstOwn, id);
            if (isDirect)
                _through = Math.Max(_through, id);
            else
                _newest = Math.Max(_newest, id);
        }

        if (isDirect)
            _writingDirect--;
        else
            _writingOnly--;
        Consider();
    }

    /// <summary>Something changed that may let it go on.</summary>
    public void Consider()
    {
        if (MayRead)
            _wake.Writer.TryWrite(true);
    }

    private bool MayRead => _isReading && _writingDirect == 0 && lines.Events <= Room;

    /// <summary>Reads whenever there is something to read and room for it.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            do
            {
                while (await PageAsync(stop).ConfigureAwait(false))
                {
                    // Page after page, as long as there is room.
                }
            }
            while (await _wake.Reader.ReadAsync(stop).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end of the gateway.
        }
    }

    /// <summary>True when there may be more to read at once.</summary>
    private async Task<bool> PageAsync(CancellationToken stop)
    {
        long after, newest;
        lock (gate)
        {
            if (!MayRead)
                return false;
            (after, newest) = (_through, _newest);
        }

        IReadOnlyList<InboxEntry> page;
        try
        {
            page = await parts.Journal.UnfinishedAsync(after, PageSize, stop).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            InboundLog.JournalUnreadable(parts.Logger, parts.Journal.Counts.Inbox, problem.Message);
            await Task.Delay(s_pause, parts.Time, stop).ConfigureAwait(false);
            return true;
        }

        lock (gate)
        {
            foreach (var entry in page)
                Post(entry);
            if (page.Count == PageSize)
                return true;

            // Everything that was on disk before the page was read has been seen; what an operator dropped never shows.
            _through = Math.Max(_through, newest);
            _isReading = _writingOnly > 0 || _newest > _through;
            return _isReading && _newest > _through;
        }
    }

    private void Post(InboxEntry entry)
    {
        _through = entry.Id;
        if (Read(entry) is not { } inbound || inbound.Copy?.MadeBy == runningName)
            return;
        lines.Post(inbound, Task.FromResult<InboundRow?>(new InboundRow(entry.Id, inbound, entry.ReceivedAt, IsReplay: entry.Id < _firstOwn)));
    }

    private InboundEvent? Read(InboxEntry entry)
    {
        try
        {
            return JsonSerializer.Deserialize(entry.Payload, ChannelsJson.Default.InboundEvent);
        }
        catch (JsonException problem)
        {
            InboundLog.Unreadable(parts.Logger, entry.Id, problem);
            return null;
        }
    }
}
