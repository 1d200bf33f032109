using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Polls;
using OpenClaw.Gateway.Channels;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Tools.Messaging;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Send;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary>
/// <c>send</c>, <c>poll</c> and <c>message.action</c> (spec 02 §3, spec 10 §6.1). A key is sent once: its answer is repeated, from memory first
/// and then from the journal. Only a failure that may pass is tried anew.
/// </summary>
internal sealed class SendMethodHandlers(
    MessageActions actions, AgentDirectory agents, SessionAccess access, DeliveryMirror mirror, IdempotencyCache answers)
{
    public void Register(MethodTable table)
    {
        table.Add(SendMethods.Send, SendAsync);
        table.Add(SendMethods.Poll, PollAsync);
        table.Add(SendMethods.Action, ActAsync);
    }

    private async ValueTask<Reply<SendResult>> SendAsync(MethodContext context, SendParams request, CancellationToken ct)
    {
        var key = $"send:{request.IdempotencyKey}";
        if (answers.TryGet<SendResult>(key, out var known))
            return known;
        var (recipient, session, refused) = Address(request.Channel, request.AccountId, request.To, request.SessionKey, "unsupported channel");
        if (recipient is null)
            return refused!;
        var gate = MediaGate.Of(agents, agents.DefaultId);
        var media = new List<string>();
        foreach (var reference in References(request))
        {
            if (SendContent.Resolve(gate, reference) is not { } allowed)
                return GatewayError.Invalid($"Error: media: {reference} is neither an address nor a file in {string.Join(" or ", gate.Roots)}");
            media.Add(allowed);
        }

        var message = new OutboundMessage
        {
            Channel = recipient.ChannelId,
            AccountId = recipient.AccountId,
            ChatId = recipient.ChatId,
            Text = request.Message.Trim(),
            Media = media,
            GifPlayback = request.GifPlayback == true,
        };
        var end = await actions.SendAsync(recipient, message, key, ct).ConfigureAwait(false);
        if (end.Fault is { } fault)
            return SendErrors.Of(fault, recipient.ChannelId, recipient.AccountId);
        Note(session, end);
        var result = new ToolArguments(Details.Of(end.Result!));
        SendResult sent = new()
        {
            RunId = request.IdempotencyKey,
            MessageId = result.Text("messageId")!,
            Channel = recipient.ChannelId,
            ChatId = result.Text("chatId"),
            ToJid = result.Text("toJid"),
        };
        answers.Set<SendResult>(key, sent);
        return sent;
    }

    private async ValueTask<Reply<PollResult>> PollAsync(MethodContext context, PollParams request, CancellationToken ct)
    {
        var key = $"poll:{request.IdempotencyKey}";
        if (answers.TryGet<PollResult>(key, out var known))
            return known;
        var (recipient, session, refused) = Address(request.Channel, request.AccountId, request.To, null, "unsupported poll channel", static c => c.Capabilities.Polls);
        if (recipient is null)
            return refused!;
        var (poll, wrong) = PollRules.Check(
            request.Question, request.Options, (int?)request.MaxSelections, (int?)Math.Min(request.DurationHours ?? 0, int.MaxValue) is > 0 and var hours ? hours : null,
            recipient.Channel.Capabilities.PollMaxOptions);
        if (poll is null)
            return GatewayError.Invalid($"Error: {wrong}");
        var end = await actions.SendAsync(recipient, poll, key, ct).ConfigureAwait(false);
        if (end.Fault is { } fault)
            return SendErrors.Of(fault, recipient.ChannelId, recipient.AccountId);
        Note(session, end);
        var result = new ToolArguments(Details.Of(end.Result!));
        PollResult sent = new()
        {
            RunId = request.IdempotencyKey,
            MessageId = result.Text("messageId")!,
            Channel = recipient.ChannelId,
            ToJid = result.Text("toJid"),
            PollId = result.Text("pollId"),
        };
        answers.Set<PollResult>(key, sent);
        return sent;
    }

    private async ValueTask<Reply<MessageActionResult>> ActAsync(MethodContext context, MessageActionParams request, CancellationToken ct)
    {
        var key = $"action:{request.IdempotencyKey}";
        if (answers.TryGet<MessageActionResult>(key, out var known))
            return known;
        var (channel, noChannel) = actions.Recipients.Choose(request.Channel);
        if (channel is null)
            return GatewayError.Invalid($"Error: {noChannel}");
        var agentId = request.AgentId is { Length: > 0 } named ? AgentIds.Normalize(named) : agents.DefaultId;
        if (!agents.IsKnown(agentId))
            return GatewayError.Invalid($"invalid message.action params: unknown agent id \"{request.AgentId}\"");
        string? session = null;
        var end = await actions.RunAsync(
            new ActionCall
            {
                Action = request.Action.Trim(),
                Channel = channel,
                AccountId = request.AccountId,
                Arguments = new ToolArguments(request.Params ?? default),
                Key = key,
                Media = MediaGate.Of(agents, agentId),
                DryRun = request.DryRun == true,
                Forbidden = recipient =>
                {
                    session = Session(request.SessionKey, agentId, recipient);
                    return access.Blocked(session)?.Message;
                },
            },
            ct).ConfigureAwait(false);
        if (end.Fault is { } fault)
        {
            return end.IsForbidden
                ? GatewayError.Invalid(fault.Message)
                : SendErrors.Of(fault, channel.Description.Id, end.Recipient?.AccountId ?? request.AccountId ?? "default");
        }

        if (session is not null)
            Note(session, end);
        var details = Details.Of(end.Result!);
        var result = new ToolArguments(details);
        MessageActionResult done = new()
        {
            Ok = true,
            RunId = request.IdempotencyKey,
            Action = request.Action.Trim(),
            Channel = channel.Description.Id,
            AccountId = end.Recipient!.AccountId,
            To = end.Recipient.ChatId,
            DryRun = result.Flag("dryRun"),
            MessageId = result.Id("messageId"),
            ChatId = result.Id("chatId"),
            ToJid = result.Text("toJid"),
            PollId = result.Id("pollId"),
            Result = details,
        };
        if (request.DryRun != true)
            answers.Set<MessageActionResult>(key, done);
        return done;
    }

    // The channel first, then the recipient, then whether its session may be written to.
    private (Recipient? Recipient, string Session, GatewayError? Error) Address(
        string? channel, string? accountId, string to, string? sessionKey, string unsupported, Func<IChannel, bool>? can = null)
    {
        var named = string.IsNullOrWhiteSpace(channel) ? ChannelCatalog.Default : channel.Trim();
        if (actions.Recipients.Channel(named) is not { } found || can?.Invoke(found) == false)
            return (null, string.Empty, GatewayError.Invalid($"{unsupported}: {named}"));
        var (recipient, nobody) = actions.Recipients.Find(found, accountId, to.Trim());
        if (recipient is null)
            return (null, string.Empty, GatewayError.Invalid($"Error: {nobody}"));
        var session = Session(sessionKey, agents.DefaultId, recipient);
        return access.Blocked(session) is { } blocked ? (null, session, blocked) : (recipient, session, null);
    }

    private string Session(string? named, string agentId, Recipient recipient) =>
        named?.Trim() is { Length: > 0 } key ? access.Resolve("send", key.ToLowerInvariant()).Key : mirror.KeyOf(agentId, recipient.Peer);

    private void Note(string session, ActionEnd end)
    {
        if (end.Said is { Length: > 0 } said)
            mirror.Note(session, said);
    }

    private static IEnumerable<string> References(SendParams request) =>
        new[] { request.MediaUrl }.Concat(request.MediaUrls ?? []).Select(static url => url?.Trim()).OfType<string>().Where(static url => url.Length > 0).Distinct(StringComparer.Ordinal);
}
