using OpenClaw.Channels.Outbound;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Channels;
using OpenClaw.Protocol.Frames;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>channels.queue</c>: what waits in the journal, without its text, and the two things an operator can do about it.</summary>
internal sealed class ChannelsQueueHandlers(IMessageJournal journal, IOutbox outbox)
{
    private const int DefaultLimit = 200;
    private const int MostAtOnce = 100_000;
    private const string Inbox = "inbox";
    private const string Outgoing = "outbox";

    public void Register(MethodTable table) => table.Add(ChannelsMethods.Queue, QueueAsync);

    private async ValueTask<Reply<ChannelsQueueResult>> QueueAsync(MethodContext context, ChannelsQueueParams parameters, CancellationToken ct)
    {
        if (parameters.Action == "list")
            return await ListAsync(parameters, ct).ConfigureAwait(false);
        if (Authorization.Check(context.Caller, MethodScope.Admin) is { } refused)
            return refused;
        if (parameters.Id is null == (parameters.All is not true))
            return GatewayError.Invalid($"channels.queue {parameters.Action} needs either id or all:true");
        try
        {
            return parameters.Action == "retry"
                ? await RetryAsync(parameters, ct).ConfigureAwait(false)
                : await DropAsync(parameters, ct).ConfigureAwait(false);
        }
        catch (JournalException e)
        {
            return GatewayError.Unavailable(e.Message);
        }
    }

    private async ValueTask<Reply<ChannelsQueueResult>> ListAsync(ChannelsQueueParams parameters, CancellationToken ct)
    {
        var limit = (int)(parameters.Limit ?? DefaultLimit);
        var items = await journal.ListAsync(
            new QueueFilter(parameters.Channel, parameters.AccountId, parameters.Box, parameters.All == true, limit), ct).ConfigureAwait(false);
        return Result(null) with { Items = [.. items.Select(EntryOf)] };
    }

    private async ValueTask<Reply<ChannelsQueueResult>> RetryAsync(ChannelsQueueParams parameters, CancellationToken ct)
    {
        if (parameters.Box == Inbox)
            return GatewayError.Invalid("channels.queue retry is for the outbox: what was received is answered by itself");
        var ids = await ChosenAsync(parameters, Outgoing, [OutboxState.Failed, OutboxState.Dropped], ct).ConfigureAwait(false);
        if (ids.Count == 0 && parameters.Id is { } id)
            return GatewayError.Invalid($"outbox entry {id} is not there or has not failed");
        foreach (var chosen in ids)
            await journal.MarkAsync(chosen, new OutboxMark(OutboxState.Waiting), ct).ConfigureAwait(false);
        outbox.Wake(ids);
        return Result(ids.Count);
    }

    private async ValueTask<Reply<ChannelsQueueResult>> DropAsync(ChannelsQueueParams parameters, CancellationToken ct)
    {
        var box = parameters.Box ?? Outgoing;
        var ids = await ChosenAsync(parameters, box, [OutboxState.Waiting, OutboxState.Sending, OutboxState.Failed], ct).ConfigureAwait(false);
        var changed = 0;
        if (box == Inbox && ids.Count > 0)
        {
            await journal.FinishAsync(ids, "dropped by an operator", [], ct).ConfigureAwait(false);
            changed = ids.Count;
        }
        else
        {
            foreach (var id in ids)
                changed += await DropSendAsync(id, ct).ConfigureAwait(false) ? 1 : 0;
        }

        return changed == 0 && parameters.Id is { } asked
            ? GatewayError.Invalid($"{box} entry {asked} is not there, has ended, or is being sent at this moment")
            : Result(changed);
    }

    private async Task<bool> DropSendAsync(long id, CancellationToken ct)
    {
        if (await outbox.DropAsync(id, ct).ConfigureAwait(false))
            return true;
        if (await journal.FindAsync(id, ct).ConfigureAwait(false) is not { State: OutboxState.Failed })
            return false;
        await journal.MarkAsync(id, new OutboxMark(OutboxState.Dropped), ct).ConfigureAwait(false);
        return true;
    }

    private async Task<IReadOnlyList<long>> ChosenAsync(ChannelsQueueParams parameters, string box, OutboxState[] states, CancellationToken ct)
    {
        if (parameters.Id is { } id && box == Outgoing)
            return await journal.FindAsync(id, ct).ConfigureAwait(false) is { } entry && states.Contains(entry.State) ? [id] : [];
        string[] fitting = [.. states.Select(static state => state.ToString().ToLowerInvariant())];
        var items = await journal.ListAsync(new QueueFilter(parameters.Channel, parameters.AccountId, box, Limit: MostAtOnce), ct).ConfigureAwait(false);
        return [.. items.Where(item => (parameters.Id ?? item.Id) == item.Id && fitting.Contains(item.State)).Select(static item => item.Id)];
    }

    private ChannelsQueueResult Result(int? changed)
    {
        var counts = journal.Counts;
        return new ChannelsQueueResult
        {
            Counts = new QueueCounts { Inbox = counts.Inbox, Outbox = counts.Outbox, Failed = counts.Failed, Uncertain = counts.Uncertain },
            Changed = changed,
            Problem = journal.Problem,
        };
    }

    private static QueueEntry EntryOf(QueueItem item) => new()
    {
        Box = item.Box,
        Id = item.Id,
        Channel = item.Channel,
        AccountId = item.AccountId,
        ChatId = item.ChatId,
        State = item.State,
        Attempts = item.Attempts,
        CreatedAt = item.CreatedAt,
        NextAttemptAt = item.NextAttemptAt,
        Detail = item.Detail,
    };
}
