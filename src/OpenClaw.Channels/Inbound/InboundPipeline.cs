using OpenClaw.Channels.Access;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Inbound.Lines;
using OpenClaw.Channels.Inbound.Steps;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Inbound;

/// <summary>
/// What happens to an event between the journal and the agent (spec 10 §3.2), called in order per chat. Each call either ends the event's
/// entry or hands it on with it; a call that fails may be repeated.
/// </summary>
/// <param name="parts">What it works with.</param>
/// <param name="runningName">Name of this running gateway, for the copies it makes.</param>
internal sealed class InboundPipeline(IntakeParts parts, string runningName)
{
    // The service kept them for us while we were away; after this nobody waits for an answer any more.
    private static readonly TimeSpan s_tooOld = TimeSpan.FromMinutes(5);

    private readonly InboundEnds _ends = new(parts.Journal, parts.Outbox, parts.Logger);
    private readonly Errands _errands = new(parts.Accounts, parts.Time, parts.Logger);
    private readonly Reception _reception = new(parts, runningName);

    private Doorkeeper Door => field ??= new Doorkeeper(parts, _ends);

    /// <summary>Length at which the channel's apps cut a paste.</summary>
    public int PasteSplitAt(string channel) => parts.Accounts.Find(channel)?.Capabilities.PasteSplitAt ?? 0;

    /// <summary>Whether an event goes on: its kind, its sender, its age. Null when it has ended.</summary>
    public async Task<AdmittedRow?> AdmitAsync(InboundRow row, CancellationToken ct)
    {
        var inbound = row.Event;
        if (Ignored(inbound) is { } why)
        {
            await _ends.EndAsync([row.Id], inbound, why, ct).ConfigureAwait(false);
            return null;
        }

        var config = parts.Config().Config;
        var account = AccountConfigs.Of(config, inbound.Channel, inbound.AccountId);
        var capabilities = parts.Accounts.Find(inbound.Channel)?.Capabilities;
        if (await Door.AdmitAsync(row, config, account, capabilities?.EnforcesOwner == true, ct).ConfigureAwait(false) is not { } admitted)
            return null;
        if (inbound.Kind == "reaction")
        {
            if (inbound.Emoji is { Length: > 0 })
                parts.Handler.Note(_reception.Route(inbound).SessionKey, ReactionText(inbound));
            await _ends.EndAsync([row.Id], inbound, "noted", ct).ConfigureAwait(false);
            return null;
        }

        if (capabilities?.ReadReceipts == true && inbound is { Copy: null, FromMe: false, MessageId: not null } && ShowsReading(inbound, account))
            _ = _errands.Begin(inbound.Channel, inbound.AccountId, Read(inbound));
        if (!IsTooLate(row))
            return admitted;
        await _reception.RecordAsync([row.Id], inbound, config, account, "too old to answer", ct).ConfigureAwait(false);
        return null;
    }

    /// <summary>Answers a message, or keeps it as context.</summary>
    public Task ProcessAsync(InboundBatch batch, CancellationToken ct) => _reception.ReceiveAsync(batch, _ends, _errands, ct);

    /// <summary>Completes when what was begun beside the messages has ended.</summary>
    public Task DrainAsync() => _errands.DrainAsync();

    private string? Ignored(InboundEvent inbound)
    {
        if (inbound.Kind is not ("message" or "callback" or "reaction"))
            return "ignored";
        if (inbound.ChatId.EndsWith("@status", StringComparison.Ordinal) || inbound.ChatId.EndsWith("@broadcast", StringComparison.Ordinal))
            return "ignored";
        if (inbound.Kind == "reaction")
            return inbound.FromMe || inbound.Sender.IsBot || SenderIds.ArePhones(inbound.Channel) ? "ignored" : null;
        if (inbound is { Text.Length: 0, Media.Count: 0, Location: null })
            return "empty";
        return parts.Sends.IsEcho(inbound) ? "echo" : null;
    }

    /// <summary>
    /// What we ourselves wrote and the service brings later may be an answer of ours: answering it could go on for ever.
    /// </summary>
    private static bool IsTooLate(InboundRow row)
    {
        var inbound = row.Event;
        if (!inbound.IsOffline)
            return false;
        return inbound.FromMe || (inbound.Timestamp > 0 && row.ReceivedAt - inbound.Timestamp > s_tooOld.TotalMilliseconds);
    }

    private static bool ShowsReading(InboundEvent inbound, ChannelAccountConfig account) =>
        !(account.Raw["sendReadReceipts"] is System.Text.Json.Nodes.JsonValue said && said.TryGetValue<bool>(out var wanted) && !wanted)
        && !OwnNumber.IsSelfChat(inbound) && !OwnNumber.IsSharedPhone(inbound, account);

    private static ChannelAction Read(InboundEvent inbound) => new()
    {
        Name = "read",
        ChatId = inbound.ChatId,
        ThreadId = inbound.ThreadId,
        MessageId = inbound.MessageId,
        Participant = inbound.ChatType == "direct" ? null : inbound.Sender.PlatformId,
        FromMe = false,
        IsAutomatic = true,
    };

    private static string ReactionText(InboundEvent inbound)
    {
        var channel = Catalog.ChannelCatalog.Find(inbound.Channel)?.Label ?? inbound.Channel;
        return $"{channel} reaction added: {inbound.Emoji} by {Envelopes.Envelope.OneLine(ConversationNames.Sender(inbound))} on msg {inbound.MessageId}";
    }
}
