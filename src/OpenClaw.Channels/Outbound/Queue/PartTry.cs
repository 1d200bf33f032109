using System.Text.Json;
using OpenClaw.Channels.Contract;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>One try of a part: its attachment made local, its place taken, noted as being sent, handed to the account.</summary>
/// <param name="parts">What the outbox works with.</param>
/// <param name="slots">Places.</param>
/// <param name="marks">Notes where it stands.</param>
/// <param name="tally">Counts.</param>
/// <param name="stop">No further try is begun.</param>
/// <param name="abandon">Even a try under way is left; its end stays unknown.</param>
internal sealed class PartTry(
    OutboxParts parts, SendSlots slots, SendMarks marks, OutboxTally tally, CancellationToken stop, CancellationToken abandon)
{
    private static readonly TimeSpan s_textLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_mediaLimit = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How it went. Null: it was not tried after all, or how it ended will not be known. With a result the item is still begun
    /// (<see cref="OutboxItem.EndTry"/>).
    /// </summary>
    public async Task<PartResult?> RunAsync(OutboxItem item, IChannelAccount account)
    {
        if ((item.Part ??= await ReadAsync(item).ConfigureAwait(false)) is not { } part)
            return Begun(item, new SendFault(SendFaultKind.Refused, "the journal has no readable content for it"));
        if (part.Media is null)
            return await SendAsync(item, account, part).ConfigureAwait(false);
        await slots.EnterFilesAsync(stop).ConfigureAwait(false);
        try
        {
            using var file = await parts.Media.OpenAsync(part, stop).ConfigureAwait(false);
            return file.Fault is { } noFile
                ? Begun(item, noFile)
                : await SendAsync(item, account, part with { Media = file.Path }).ConfigureAwait(false);
        }
        finally
        {
            slots.LeaveFiles();
        }
    }

    private static PartResult? Begun(OutboxItem item, SendFault fault) => item.TryBegin() ? PartResult.Failed(fault) : null;

    private async Task<PartResult?> SendAsync(OutboxItem item, IChannelAccount account, OutboundPart part)
    {
        await slots.EnterAsync(item.Channel, item.AccountId, stop).ConfigureAwait(false);
        try
        {
            if (!account.IsReady || !item.TryBegin())
                return null;
            var uncertain = item.WasSending && parts.Accounts.Find(item.Channel)?.Capabilities.IdempotentSends != true;
            if (!await marks.NoteAsync(item, new OutboxMark(OutboxState.Sending, IsUncertain: uncertain), stop).ConfigureAwait(false))
                return null;
            if (uncertain)
            {
                tally.Uncertain();
                OutboxLog.Uncertain(parts.Logger, item.Channel, item.AccountId, item.Id);
            }

            return await CallAsync(item, account, part).ConfigureAwait(false);
        }
        finally
        {
            slots.Leave(item.Channel, item.AccountId);
        }
    }

    private async Task<PartResult?> CallAsync(OutboxItem item, IChannelAccount account, OutboundPart part)
    {
        var limit = part.Media is null ? s_textLimit : s_mediaLimit;
        using var deadline = new CancellationTokenSource(limit, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, abandon);
        try
        {
            // One that does not heed its deadline must not keep the chat for ever.
            return await account.SendAsync(part, item.Key, either.Token).WaitAsync(limit + s_grace, parts.Time, abandon).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception problem) when (problem is OperationCanceledException or TimeoutException)
        {
            return PartResult.Failed(new SendFault(SendFaultKind.Temporary, $"{item.Channel} did not answer within {limit.TotalSeconds:0} s", IsUncertain: true));
        }
        catch (Exception problem)
        {
            OutboxLog.SendThrew(parts.Logger, problem, item.Channel, item.AccountId, item.Id);
            return PartResult.Failed(new SendFault(SendFaultKind.Temporary, $"{item.Channel} failed: {problem.Message}", IsUncertain: true));
        }
    }

    private async Task<OutboundPart?> ReadAsync(OutboxItem item)
    {
        try
        {
            return await parts.Journal.FindAsync(item.Id, stop).ConfigureAwait(false) is { Payload.Length: > 0 } entry
                ? JsonSerializer.Deserialize(entry.Payload, ChannelsJson.Default.OutboundPart)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
