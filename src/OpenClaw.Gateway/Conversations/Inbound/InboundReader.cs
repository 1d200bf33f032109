using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Sessions.Reset;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>Reads a message: what in it is a command, and whether its session begins anew (spec 08 §6, §19).</summary>
internal sealed class InboundReader(
    CommandDesk commands, SessionFreshness freshness, SessionStore store, SessionAccess access, CommandHooks hooks, ILogger logger)
{
    /// <summary>What was found; null when the message has ended meanwhile.</summary>
    public async Task<InboundReading?> ReadAsync(InboundTicket ticket, CancellationToken stop)
    {
        if (ticket.IsEnded)
            return null;
        var message = ticket.Message;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, ticket.Stopping);
        try
        {
            var beginning = hooks.BeginningOf(ticket.Text);

            // A session that is closed is neither renewed nor begun anew: that would open it.
            if (access.Blocked(message.SessionKey) is not { } blocked)
                await RenewAsync(message, either.Token).ConfigureAwait(false);
            else if (beginning is not null)
                return new InboundReading([], InboundEnd.Failed(blocked));
            var scene = Scene(message);
            var verdict = await commands.ReadAsync(scene, ticket.Text, either.Token).ConfigureAwait(false);
            var read = Taken(ticket, verdict);
            return beginning is not null && verdict is CommandVerdict.Runs
                ? read with { Said = [.. read.Said, .. await hooks.BegunAsync(beginning, message, scene.Session?.SessionId, either.Token).ConfigureAwait(false)] }
                : read;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return ticket.IsEnded ? null : new InboundReading([], InboundEnd.Stopped("shutdown"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return new InboundReading([], InboundEnd.Failed(GatewayError.Unavailable(problem.Message)));
        }
        catch (Exception problem)
        {
            // A fault in one command must not stop the messages behind it; its sender and the log hear of it.
            ConversationLog.CommandFaulted(logger, ticket.RunId, message.SessionKey, problem);
            return new InboundReading([], InboundEnd.Failed(GatewayError.Unavailable($"{problem.GetType().Name}: {problem.Message}")));
        }
    }

    /// <summary>A sub-agent's session lasts as long as its task, whatever the clock says.</summary>
    private async Task RenewAsync(InboundMessage message, CancellationToken ct)
    {
        var key = message.SessionKey;
        if (!SessionKeys.IsSubagent(key))
            await freshness.BeginMessageAsync(
                key,
                SessionFreshness.KindOf(key, message.IsGroup, message.ThreadId is not null),
                message.IsMessaging ? message.Channel : null,
                SessionKeys.ThreadParent(key),
                ct).ConfigureAwait(false);
    }

    private InboundReading Taken(InboundTicket ticket, CommandVerdict verdict)
    {
        switch (verdict)
        {
            case CommandVerdict.Answered answered:
                return new InboundReading(answered.Text.Length == 0 ? [] : [answered.Text], InboundEnd.Said(answered.Text));
            case CommandVerdict.Runs when access.Blocked(ticket.Message.SessionKey) is { } blocked:
                return new InboundReading([], InboundEnd.Failed(blocked));
            case CommandVerdict.Runs runs when runs.Text.Length > 0 || ticket.Message.Images.Count > 0:
                ticket.Read(runs.Text, runs.Directives);
                return new InboundReading(runs.Answers, null);
            default:
                return new InboundReading([], InboundEnd.Silent);
        }
    }

    private CommandScene Scene(InboundMessage message) => new()
    {
        RunId = message.RunId,
        SessionKey = message.SessionKey,
        AgentId = store.AgentOf(message.SessionKey),
        Sender = message.Sender,
        Caller = message.Caller,
        Channel = message.Channel,
        Session = store.Find(message.SessionKey),
        AccountId = message.AccountId,
        To = message.To,
        ThreadId = message.ThreadId,
        IsGroup = message.IsGroup,
        IsMessaging = message.IsMessaging,
    };
}
