using System.Security.Cryptography;
using System.Text;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>Gives a message to the agent that answers it, or to each of the agents that hear its chat.</summary>
internal sealed class Handover(IntakeParts parts, string runningName)
{
    private const int NameDigits = 24;

    /// <summary>The peer as routing sees it.</summary>
    public static InboundPeer Peer(InboundEvent inbound) => new(
        inbound.Channel, inbound.AccountId, inbound.ChatType, inbound.PeerId, inbound.ChatType == "direct" ? inbound.ThreadId : null);

    /// <summary>The same for the same first event, also after a restart.</summary>
    public static string RunId(InboundEvent inbound, string firstKey) =>
        "ch-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{inbound.Channel}|{inbound.AccountId}|{firstKey}")))[..NameDigits];

    /// <summary>Completes when every agent has it in its line.</summary>
    public async Task HandOverAsync(Acceptance accepted, InboundRoute route, Errands errands, CancellationToken ct)
    {
        var batch = accepted.Batch;
        var acknowledgement = Acknowledge(accepted, route, errands);
        var agents = Known(BroadcastGroups.AgentsOf(batch.Event, accepted.Config), batch.Event);
        if (agents.Count == 0)
        {
            await parts.Handler.HandleAsync(
                Message(accepted, route, RunId(batch.Event, batch.FirstKey), batch.Ids, batch.Event) with { AckDone = acknowledgement }, ct).ConfigureAwait(false);
            return;
        }

        // A row for each, so that each ends with its own answer.
        foreach (var (agentId, _) in agents.Where(agent => !batch.Copies.ContainsKey(agent.AgentId)))
        {
            var receipt = await parts.Journal.AcceptAsync(InboundIntake.Entry(CopyFor(accepted, agentId)), ct).ConfigureAwait(false);
            batch.Copies[agentId] = receipt.IsNew ? receipt.Id : null;
        }

        await parts.Journal.FinishAsync(batch.Ids, $"heard by {agents.Count} agents", [], ct).ConfigureAwait(false);
        foreach (var (agentId, to) in agents)
        {
            if (batch.Copies[agentId] is not { } row || batch.HandedTo.Contains(agentId))
                continue;
            var copy = CopyFor(accepted, agentId);
            await parts.Handler.HandleAsync(Message(accepted, to, RunId(copy, copy.Key), [row], copy) with { AckDone = acknowledgement }, ct).ConfigureAwait(false);
            batch.HandedTo.Add(agentId);
        }
    }

    private List<(string AgentId, InboundRoute Route)> Known(IReadOnlyList<string> agents, InboundEvent inbound)
    {
        var known = new List<(string, InboundRoute)>();
        foreach (var agentId in agents)
        {
            if (parts.Handler.RouteTo(agentId, Peer(inbound)) is { } route)
                known.Add((agentId, route));
            else
                InboundLog.NoSuchAgent(parts.Logger, agentId);
        }

        return known;
    }

    private InboundEvent CopyFor(Acceptance accepted, string agentId) => accepted.Batch.Event with
    {
        Key = $"{accepted.Batch.FirstKey}#agent:{agentId}",
        Copy = new InboundCopy(agentId, runningName),
        AlbumId = null,
    };

    private AcceptedMessage Message(Acceptance accepted, InboundRoute route, string runId, IReadOnlyList<long> rows, InboundEvent inbound)
    {
        var prompt = new PromptText(inbound, route, accepted.History, accepted.Config, accepted.Account, parts.Time.LocalTimeZone);
        var access = accepted.Batch.Access;
        return new AcceptedMessage
        {
            RunId = runId,
            InboxIds = rows,
            Event = inbound,
            Route = route,
            Text = accepted.Text,
            Envelope = prompt.Around,
            Media = accepted.Batch.Media?.Files ?? [],
            CommandAuthorized = access.CommandAuthorized,
            IsOwner = access.IsOwner,
            AllowEntry = access.AllowEntry,
            WasMentioned = accepted.Gate.WasMentioned,
            SenderLabel = ConversationNames.Sender(inbound),
            ConversationLabel = ConversationNames.Conversation(inbound),
            From = ConversationNames.From(inbound),
            ReplyTo = inbound.ChatId,
            ReplyThreadId = ConversationNames.ReplyThread(inbound),
            ExtraSystemPrompt = accepted.Rules.SystemPrompt,
            Skills = accepted.Rules.Skills,
            IsReplay = accepted.Batch.IsReplay,
        };
    }

    /// <summary>Begins the sign of acknowledgement; the result takes it back, where that is wanted.</summary>
    private static Func<CancellationToken, Task>? Acknowledge(Acceptance accepted, InboundRoute route, Errands errands)
    {
        var (batch, inbound) = (accepted.Batch, accepted.Batch.Event);
        if (inbound.Copy is not null || AckRules.Emoji(inbound, accepted.Gate, route, accepted.Config.Messages, accepted.Account) is not { } emoji)
            return null;
        batch.Acknowledged ??= errands.Begin(inbound.Channel, inbound.AccountId, React(inbound, emoji));
        if (!accepted.Config.Messages.RemoveAckAfterReply)
            return null;
        var given = batch.Acknowledged;
        return async ct =>
        {
            await given.WaitAsync(ct).ConfigureAwait(false);
            await errands.Begin(inbound.Channel, inbound.AccountId, React(inbound, string.Empty)).WaitAsync(ct).ConfigureAwait(false);
        };
    }

    private static ChannelAction React(InboundEvent inbound, string emoji) => new()
    {
        Name = "react",
        ChatId = inbound.ChatId,
        ThreadId = inbound.ThreadId,
        MessageId = inbound.MessageId,
        Participant = inbound.ChatType == "direct" ? null : inbound.Sender.PlatformId,
        FromMe = inbound.FromMe,
        Emoji = emoji,
        IsAutomatic = true,
    };
}
