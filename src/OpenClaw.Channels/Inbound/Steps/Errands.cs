using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>
/// Small things done beside a message that nobody waits for: read marks, acknowledgements. Only so many at once; what is too much is left
/// out, because it is worth nothing later.
/// </summary>
internal sealed class Errands(IAccountDirectory accounts, TimeProvider time, ILogger logger)
{
    private const int MostAtOnce = 64;
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    /// <summary>Begins an act on an account.</summary>
    /// <returns>Its end; never fails.</returns>
    public Task Begin(string channel, string accountId, ChannelAction action)
    {
        lock (_gate)
        {
            if (_running.Count >= MostAtOnce)
                return Task.CompletedTask;
            var errand = DoAsync(channel, accountId, action);
            if (!errand.IsCompleted)
                _running.Add(errand);
            _ = errand.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return errand;
        }
    }

    /// <summary>Completes when all have ended.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
            return Task.WhenAll(_running);
    }

    private async Task DoAsync(string channel, string accountId, ChannelAction action)
    {
        using var deadline = new CancellationTokenSource(s_deadline, time);
        try
        {
            if (accounts.Running(channel, accountId) is { } account
                && await account.ActAsync(action, deadline.Token).WaitAsync(s_deadline, time).ConfigureAwait(false) is { Fault: { } fault })
                InboundLog.NotActed(logger, action.Name, channel, accountId, fault.Message);
        }
        catch (Exception problem)
        {
            InboundLog.NotActed(logger, action.Name, channel, accountId, problem.Message);
        }
    }

    private void Ended(Task errand)
    {
        lock (_gate)
            _running.Remove(errand);
    }
}
