using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Supervision;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Setup;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Tries until Telegram answers, and says what stands in the way. What trying does not mend ends the account.</summary>
internal sealed class TelegramConnector(string accountId, AccountHost host, TelegramStatus status, TelegramToken token)
{
    // With jitter, so that many accounts do not come back in one moment.
    private readonly Backoff _backoff = Backoff.Default;
    private int _failures;

    /// <summary>Calls until it works.</summary>
    /// <exception cref="AccountStoppedException">Somebody has to act first.</exception>
    public async Task<T> UntilDoneAsync<T>(Func<CancellationToken, Task<TelegramReply<T>>> call, CancellationToken stop)
    {
        while (true)
        {
            var reply = await call(stop).ConfigureAwait(false);
            if (reply.Failure is not { } failure)
            {
                Worked();
                return reply.Value!;
            }

            await RestAsync(failure, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Telegram answered: the next failure is a first one.</summary>
    public void Worked()
    {
        _failures = 0;
        status.Reached();
    }

    /// <summary>Waits after a failure.</summary>
    /// <exception cref="AccountStoppedException">Somebody has to act first.</exception>
    public async Task RestAsync(TelegramFailure failure, CancellationToken stop)
    {
        // An address that does not exist is how the API answers a token of the wrong form.
        if (failure.Code is 401 or 404)
            throw new AccountStoppedException(Refused(failure));
        var pause = _backoff.After(++_failures, Random.Shared.NextDouble());
        if (failure.RetryAfter is { } wish && wish > pause)
            pause = wish;
        status.Lost(failure.IsNetwork ? failure.Description : $"the Bot API answers {failure.Code} {failure.Description}", failure.Code, pause);
        await Task.Delay(pause, host.Time, stop).ConfigureAwait(false);
    }

    private string Refused(TelegramFailure failure) =>
        $"Telegram account {accountId}: the Bot API refuses its token ({failure.Code} {failure.Description}). "
        + $"Get the bot's token from @BotFather and put it into {token.Setting}.";
}
