using OpenClaw.Channels.Access;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Inbound.Gating;
using OpenClaw.Channels.Inbound.History;
using OpenClaw.Channels.Inbound.Lines;
using OpenClaw.Channels.Inbound.Mentions;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>From a message whose sender may write to the agents that answer it: gating, attachments, acknowledgement, envelope (spec 10 §3.2, steps 8 to 14).</summary>
internal sealed class Reception(IntakeParts parts, string runningName)
{
    private static readonly TimeSpan s_noticeLifetime = TimeSpan.FromHours(1);

    private readonly MentionPatterns _patterns = new();
    private readonly GroupHistory _history = new();
    private readonly MediaFetcher _media = new(parts);
    private readonly Handover _handover = new(parts, runningName);

    /// <summary>Who answers by the config's bindings.</summary>
    public InboundRoute Route(InboundEvent inbound) => parts.Handler.Route(Handover.Peer(inbound));

    /// <summary>Deals with a message; may be called again with the same batch when it failed.</summary>
    public async Task ReceiveAsync(InboundBatch batch, InboundEnds ends, Errands errands, CancellationToken ct)
    {
        var inbound = batch.Event;
        var config = parts.Config().Config;
        var account = AccountConfigs.Of(config, inbound.Channel, inbound.AccountId);
        if ((inbound.Copy is { } copy ? parts.Handler.RouteTo(copy.AgentId, Handover.Peer(inbound)) : Route(inbound)) is not { } route)
        {
            await ends.EndAsync(batch.Ids, inbound, "its agent is gone", ct).ConfigureAwait(false);
            return;
        }

        var text = CommandText.Own(inbound.Text, inbound.Mentions.OwnName);
        var rules = GroupRules.Of(account, inbound);
        var gate = inbound.Copy is not null ? new GateDecision(GateVerdict.Answer, true, false) : Gate(batch, text, rules, route, config, account);
        if (gate.Verdict == GateVerdict.Drop)
        {
            await ends.EndAsync(batch.Ids, inbound, "command refused", ct).ConfigureAwait(false);
            return;
        }

        if (gate.Verdict == GateVerdict.Record)
        {
            await RecordAsync(batch.Ids, inbound, config, account, "recorded", ct).ConfigureAwait(false);
            return;
        }

        var media = batch.Media ??= await _media.BringAsync(batch.Ids[0], inbound, account, ct).ConfigureAwait(false);
        if (media.TooLarge is { } megabytes && !SenderIds.ArePhones(inbound.Channel))
        {
            var notice = $"⚠️ That file is larger than {MediaFetcher.Words(megabytes)} MB, which is the limit here. Please send a smaller one.";
            await ends.AnswerAsync(batch.Ids, inbound, "too large", notice, $"too-large:{Handover.RunId(inbound, batch.FirstKey)}", s_noticeLifetime, inbound.Kind == "message" ? inbound.MessageId : null, ct).ConfigureAwait(false);
            return;
        }

        var limit = HistoryLimits.Of(account, config.Messages);
        var acceptance = new Acceptance
        {
            Batch = batch,
            Gate = gate,
            Text = MessageBody.Of(inbound, text ?? inbound.Text, media.Missing),
            Rules = rules,
            History = inbound.ChatType == "direct" ? [] : _history.Of(Group(inbound), limit),
            Config = config,
            Account = account,
        };
        await _handover.HandOverAsync(acceptance, route, errands, ct).ConfigureAwait(false);
        if (inbound.ChatType != "direct")
            _history.Clear(Group(inbound));
    }

    /// <summary>Ends entries that are not answered; in a group they are context of the next answer.</summary>
    public async Task RecordAsync(IReadOnlyList<long> ids, InboundEvent inbound, OpenClawConfig config, ChannelAccountConfig account, string outcome, CancellationToken ct)
    {
        await parts.Journal.FinishAsync(ids, outcome, [], ct).ConfigureAwait(false);
        InboundLog.Ended(parts.Logger, ids[0], inbound.Channel, inbound.AccountId, outcome);
        if (inbound.ChatType != "direct")
        {
            var entry = new HistoryEntry(ConversationNames.Sender(inbound), MessageBody.Of(inbound, inbound.Text, []), inbound.Timestamp, inbound.MessageId);
            _history.Add(Group(inbound), entry, HistoryLimits.Of(account, config.Messages));
        }
    }

    private GateDecision Gate(InboundBatch batch, string? text, GroupRules rules, InboundRoute route, OpenClawConfig config, ChannelAccountConfig account)
    {
        var inbound = batch.Event;
        if (inbound.ChatType == "direct")
            return new GateDecision(GateVerdict.Answer, WasMentioned: true, NeedsMention: false);
        return GroupGate.Decide(new GateQuery
        {
            Event = inbound,
            Access = batch.Access,
            Group = rules,
            Mention = MentionCheck.Find(inbound, _patterns.Of(route, config.Messages), OwnNumber.IsSharedPhone(inbound, account)),
            Activation = route.Activation,
            IsCommand = text is not null && parts.IsCommand(text),
            IsActivation = text is not null && CommandText.IsActivation(text),
            EnforcesOwner = parts.Accounts.Find(inbound.Channel)?.Capabilities.EnforcesOwner == true,
        });
    }

    private static string Group(InboundEvent inbound) => $"{inbound.Channel}:{inbound.AccountId}:{inbound.ChatType}:{inbound.PeerId.ToLowerInvariant()}";
}
