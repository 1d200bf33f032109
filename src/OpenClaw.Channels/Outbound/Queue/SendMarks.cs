using Microsoft.Extensions.Logging;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>
/// Notes in the journal where sends stand. A disk that takes nothing is waited for: nothing is sent that was not noted, and nothing is sent
/// again because its end could not be noted.
/// </summary>
internal sealed class SendMarks(IMessageJournal journal, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>Notes it, however long it takes. False: given up.</summary>
    public async Task<bool> NoteAsync(OutboxItem item, OutboxMark mark, CancellationToken giveUp)
    {
        for (var pause = s_firstPause; ; pause = pause * 2 > s_longestPause ? s_longestPause : pause * 2)
        {
            try
            {
                await journal.MarkAsync(item.Id, mark, giveUp).ConfigureAwait(false);
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException or InvalidOperationException)
            {
                OutboxLog.NotNoted(logger, item.Channel, item.AccountId, item.Id, mark.State, problem.Message);
            }

            await Task.Delay(pause, time, giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (giveUp.IsCancellationRequested)
                return false;
        }
    }
}
