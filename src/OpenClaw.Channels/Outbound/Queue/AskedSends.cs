using System.Collections.Concurrent;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>
/// Sends somebody asks for and waits for. Under one key a message goes out once: who asks while it is on its way waits for the same end, who
/// asks later gets it again. Only a failure that may pass is no end: then what is still missing of the message is sent anew.
/// </summary>
/// <param name="parts">What the outbox works with.</param>
/// <param name="queue">Where new entries go.</param>
/// <param name="loader">Knows whether there is room.</param>
/// <param name="completion">Waits for the end of entries.</param>
/// <param name="expire">Gives up an item that was not sent in time; does nothing to one that is being sent.</param>
/// <param name="stop">The outbox stops.</param>
internal sealed class AskedSends(
    OutboxParts parts, OutboxQueue queue, OutboxLoader loader, Func<IReadOnlyList<long>, Task<PartResult>> completion, Func<OutboxItem, Task> expire,
    CancellationToken stop)
{
    private static readonly TimeSpan s_roomPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_loadPatience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Lazy<Task<PartResult>>> _active = new(StringComparer.Ordinal);
    private readonly RecentEnds _recent = new();
    private readonly KnownSends _known = new(parts.Journal);

    /// <summary>Why nothing is sent any more.</summary>
    public static SendFault Stopping { get; } = new(SendFaultKind.Temporary, "the gateway is stopping; what was accepted is sent after the next start");

    public async Task<PartResult> SendAsync(OutboundMessage message, string messageKey, SendOptions options, CancellationToken ct)
    {
        var own = new Lazy<Task<PartResult>>(() => SendAsync(message, messageKey, options));
        var shared = _active.GetOrAdd(messageKey, own);
        var end = await shared.Value.WaitAsync(ct).ConfigureAwait(false);
        return shared == own ? end : end with { IsRepeat = true };
    }

    private async Task<PartResult> SendAsync(OutboundMessage message, string messageKey, SendOptions options)
    {
        if (_recent.Find(messageKey) is { } recent)
            return recent with { IsRepeat = true };
        try
        {
            return await RunAsync(message, messageKey, options).ConfigureAwait(false);
        }
        catch (IOException problem)
        {
            return PartResult.Failed(new SendFault(SendFaultKind.Temporary, $"it could not be written down: {problem.Message}"));
        }
        catch (OperationCanceledException)
        {
            return PartResult.Failed(Stopping);
        }
        finally
        {
            // Before anybody can know the end: who asks after it asks anew.
            _active.TryRemove(messageKey, out _);
        }
    }

    private async Task<PartResult> RunAsync(OutboundMessage message, string messageKey, SendOptions options)
    {
        await loader.Loaded.WaitAsync(s_loadPatience, parts.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!loader.Loaded.IsCompleted)
            return PartResult.Failed(new SendFault(SendFaultKind.Temporary, parts.Journal.Problem ?? "the outbox is not ready yet", s_roomPause));
        var known = await _known.FindAsync(messageKey, stop).ConfigureAwait(false);
        if (KnownSends.IsOpen(known))
            return await WaitAsync(messageKey, [.. known.Select(static entry => entry.Id)], options).ConfigureAwait(false) with { IsRepeat = true };
        if (known.Count > 0 && KnownSends.EndOf(known) is var end && end.Fault is not { IsRetryable: true })
            return end with { IsRepeat = true };
        if (options.FailFast && parts.Accounts.Unavailable(message.Channel, message.AccountId) is { } unreached)
            return PartResult.Failed(unreached);
        if (loader.IsBehind)
            return PartResult.Failed(new SendFault(SendFaultKind.Temporary, "too many messages wait to be sent", s_roomPause));
        if (known.Count > 0)
        {
            var revived = await _known.ReviveAsync(known, stop).ConfigureAwait(false);
            queue.Add(revived.Select(entry => new OutboxItem(entry, parts.Time, options.FailFast)));
            return await WaitAsync(messageKey, [.. revived.Select(static entry => entry.Id)], options).ConfigureAwait(false);
        }

        var plan = SendPlan.Of(parts, message, messageKey, options.Lifetime);
        if (plan.Problem is { } wrong)
            return PartResult.Failed(wrong);
        var ids = await parts.Journal.FinishAsync([], "sent", plan.Entries, stop).ConfigureAwait(false);
        queue.Add(ids.Select((id, index) => new OutboxItem(id, plan.Entries[index], plan.Parts[index], options.FailFast)));
        return await WaitAsync(messageKey, ids, options).ConfigureAwait(false);
    }

    private async Task<PartResult> WaitAsync(string messageKey, IReadOnlyList<long> ids, SendOptions options)
    {
        var ending = completion(ids);
        if (options.FailFast)
            await ExpireAsync(ending, ids, options.Lifetime).ConfigureAwait(false);
        var end = await ending.ConfigureAwait(false);
        if (end.Fault is not { IsRetryable: true } and not { Kind: SendFaultKind.NotLinked })
            _recent.Add(messageKey, end);
        return end;
    }

    // The queue looks at the age of a part when its turn comes; who waits behind a chat that does not move is told in time even so.
    private async Task ExpireAsync(Task end, IReadOnlyList<long> ids, TimeSpan lifetime)
    {
        await end.WaitAsync(lifetime, parts.Time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var now = parts.Time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var item in end.IsCompleted ? [] : ids.Select(queue.Find).OfType<OutboxItem>().Where(item => item.ExpiresAt <= now))
            await expire(item).ConfigureAwait(false);
    }
}
