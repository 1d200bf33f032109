using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>
/// Tries again what failed. Causes outside (disk, network, a lock) are waited out however long they last; anything else is a fault of
/// ours and gets a few tries.
/// </summary>
internal sealed class Persistence(TimeProvider time, ILogger logger)
{
    private const int MaxTries = 5;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>Completes when it succeeded or was given up.</summary>
    /// <param name="rowId">What it is about, for the log.</param>
    /// <param name="work">What to do; may be called several times.</param>
    /// <param name="stop">Ends the tries; then this throws.</param>
    public async Task RunAsync(long rowId, Func<Task> work, CancellationToken stop)
    {
        var pause = s_firstPause;
        for (var tries = 1; ; tries++)
        {
            try
            {
                await work().ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
            {
                InboundLog.Waits(logger, rowId, tries, problem.Message);
            }
            catch (Exception fault)
            {
                if (tries >= MaxTries)
                {
                    InboundLog.SetAside(logger, rowId, fault);
                    return;
                }

                InboundLog.Faulted(logger, rowId, tries, fault);
            }

            await Task.Delay(pause, time, stop).ConfigureAwait(false);
            pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
        }
    }
}
