using Microsoft.Extensions.Logging;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Gateway.Channels;

/// <summary>Has the journal forget what ended long ago, once an hour at most. A turn that fails costs nothing but that turn.</summary>
internal sealed class JournalSweep(IMessageJournal journal, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_period = TimeSpan.FromHours(1);

    private long _last;
    private Task _sweeping = Task.CompletedTask;

    /// <summary>To be called every minute or so, by one caller.</summary>
    public void Run()
    {
        if (!_sweeping.IsCompleted || (_last != 0 && time.GetElapsedTime(_last) < s_period))
            return;
        _last = time.GetTimestamp();
        _sweeping = SweepAsync();
    }

    /// <summary>Ends with the turn that is under way.</summary>
    public Task Completion => _sweeping;

    private async Task SweepAsync()
    {
        try
        {
            await journal.SweepAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (JournalException e)
        {
            ChannelPartsLog.NotSwept(logger, e);
        }
    }
}
