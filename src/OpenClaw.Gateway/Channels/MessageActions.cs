using System.Text.Json.Nodes;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Polls;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Does things on channels: sends, asks, reacts, changes, removes. The message tool, <c>message.action</c> and the command line come here, so
/// that all of them can do the same under the same rules (spec 10 §6.2).
/// </summary>
internal sealed class MessageActions(
    IAccountDirectory accounts, Recipients recipients, IOutbox outbox, Func<ConfigSnapshot> config, TimeProvider time)
{
    private const string StickerSearch = "sticker-search";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Finds recipients.</summary>
    public Recipients Recipients => recipients;

    /// <summary>Actions there are on an account; null: the channel's default one.</summary>
    public IReadOnlyList<string> Offered(IChannel channel, string? accountId)
    {
        var snapshot = config();
        return ActionGates.Offered(channel, snapshot.Config, accountId ?? channel.DefaultAccountId(snapshot));
    }

    /// <summary>Actions there are on any channel.</summary>
    public IReadOnlyList<string> Offered() =>
        [.. accounts.Channels.SelectMany(channel => Offered(channel, null)).Distinct(StringComparer.Ordinal)];

    /// <summary>Does it. Failures are values.</summary>
    public async Task<ActionEnd> RunAsync(ActionCall call, CancellationToken ct)
    {
        var action = Canonical(call.Action);
        var (recipient, nobody) = action == StickerSearch
            ? recipients.OfAccount(call.Channel, call.AccountId)
            : recipients.Find(call.Channel, call.AccountId, call.To ?? Target(call.Arguments), call.ThreadId ?? call.Arguments.Id("threadId"));
        if (recipient is null)
            return Wrong(null, SendFaultKind.BadTarget, nobody!);
        if (!Offered(call.Channel, recipient.AccountId).Contains(action, StringComparer.Ordinal))
            return Wrong(recipient, SendFaultKind.Unsupported, Unsupported(call.Channel, action, recipient.AccountId));
        if (call.Forbidden(recipient) is { } forbidden)
            return Wrong(recipient, SendFaultKind.Refused, forbidden) with { IsForbidden = true };
        return action switch
        {
            ActionGates.Send => await SendAsync(call, recipient, ct).ConfigureAwait(false),
            ActionGates.Poll => await AskAsync(call, recipient, ct).ConfigureAwait(false),
            _ => await ActAsync(call, action, recipient, ct).ConfigureAwait(false),
        };
    }

    /// <summary>Sends a message or a poll to somebody who is waiting for it; the result as callers are told.</summary>
    public async Task<ActionEnd> SendAsync(Recipient recipient, OutboundMessage message, string key, CancellationToken ct)
    {
        var addressed = message with
        {
            Channel = recipient.ChannelId,
            AccountId = recipient.AccountId,
            ChatId = recipient.ChatId,
            ThreadId = recipient.ThreadId,
        };
        var end = await outbox.SendAsync(addressed, key, SendOptions.Direct, ct).ConfigureAwait(false);
        if (end.Fault is { } fault)
            return new ActionEnd(recipient, fault);
        var result = Described(recipient);
        result["messageId"] = end.MessageId ?? "unknown";
        result[recipient.ChannelId == "whatsapp" ? "toJid" : "chatId"] = end.ChatId ?? recipient.ChatId;
        if (end.PollId is { } poll)
            result["pollId"] = poll;
        return new ActionEnd(recipient, Result: result, Said: end.IsRepeat ? null : SaidBy(message));
    }

    /// <summary>As <see cref="SendAsync(Recipient, OutboundMessage, string, CancellationToken)"/>, for a poll.</summary>
    public Task<ActionEnd> SendAsync(Recipient recipient, PollContent poll, string key, CancellationToken ct) =>
        SendAsync(recipient, new OutboundMessage { Channel = recipient.ChannelId, AccountId = recipient.AccountId, ChatId = recipient.ChatId, Poll = poll }, key, ct);

    private async Task<ActionEnd> SendAsync(ActionCall call, Recipient recipient, CancellationToken ct)
    {
        var (message, wrong) = SendContent.Read(call.Arguments, call.Media);
        if (message is null)
            return Wrong(recipient, SendFaultKind.BadMedia, wrong!);
        if (call.DryRun)
            return Dry(recipient);
        return await SendAsync(recipient, message with { Text = call.Marked(recipient, message.Text) }, call.Key, ct).ConfigureAwait(false);
    }

    private async Task<ActionEnd> AskAsync(ActionCall call, Recipient recipient, CancellationToken ct)
    {
        var arguments = call.Arguments;
        var options = arguments.Texts("pollOption") is { Count: > 0 } given ? given : arguments.Texts("options");
        var most = arguments.Whole("maxSelections") ?? (arguments.Flag("pollMulti") == true ? Math.Max(2, options.Count) : null);
        var (poll, wrong) = PollRules.Check(
            arguments.Text("pollQuestion") ?? arguments.Text("question"), options, most, arguments.Whole("pollDurationHours") ?? arguments.Whole("durationHours"),
            call.Channel.Capabilities.PollMaxOptions);
        if (poll is null)
            return Wrong(recipient, SendFaultKind.Unsupported, wrong!);
        return call.DryRun ? Dry(recipient) : await SendAsync(recipient, poll, call.Key, ct).ConfigureAwait(false);
    }

    private async Task<ActionEnd> ActAsync(ActionCall call, string action, Recipient recipient, CancellationToken ct)
    {
        var (wish, wrong) = Wish(call, action, recipient);
        if (wish is null)
            return Wrong(recipient, SendFaultKind.Unsupported, wrong!);
        if (call.DryRun)
            return Dry(recipient);
        if (accounts.Unavailable(recipient.ChannelId, recipient.AccountId) is { } unavailable)
            return new ActionEnd(recipient, unavailable);
        if (accounts.Running(recipient.ChannelId, recipient.AccountId) is not { } account)
            return Wrong(recipient, SendFaultKind.NotConnected, $"{recipient.ChannelId} (account: {recipient.AccountId}) is not running");
        using var limit = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            var end = await account.ActAsync(wish, either.Token).ConfigureAwait(false);
            if (end.Fault is { } fault)
                return new ActionEnd(recipient, fault);
            accounts.NoteActivity(recipient.ChannelId, recipient.AccountId, inbound: false);
            return new ActionEnd(recipient, Result: end.Result ?? Done(wish));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Wrong(recipient, SendFaultKind.Temporary, $"{recipient.ChannelId} did not answer within {s_patience.TotalSeconds:0} s");
        }
    }

    private (ChannelAction? Action, string? Problem) Wish(ActionCall call, string action, Recipient recipient)
    {
        var arguments = call.Arguments;
        var messageId = arguments.Id("messageId");
        var wish = new ChannelAction
        {
            Name = action,
            ChatId = recipient.ChatId,
            ThreadId = recipient.ThreadId,
            MessageId = messageId,
            Participant = arguments.Text("participant"),
            FromMe = arguments.Flag("fromMe"),
            More = JsonNode.Parse(arguments.Json)?.AsObject(),
        };
        if (messageId is null && action is ActionGates.React or ActionGates.Edit or ActionGates.Delete)
            return (null, $"{action} needs messageId");
        switch (action)
        {
            case ActionGates.React when ReactionLevel(recipient) is "off" or "ack":
                return (null, $"reactions are off here (channels.{recipient.ChannelId}.reactionLevel)");
            case ActionGates.React:
                var remove = arguments.Flag("remove") == true;
                return arguments.Raw("emoji") is { } emoji || remove
                    ? (wish with { Emoji = remove ? string.Empty : arguments.Text("emoji") ?? string.Empty }, null)
                    : (null, "react needs emoji, or remove: true");
            case ActionGates.Edit:
                var (buttons, wrong) = SendContent.Buttons(arguments.List("buttons"));
                return (wrong, arguments.Text("message") ?? arguments.Text("text")) switch
                {
                    ({ } bad, _) => (null, bad),
                    (_, null) => (null, "edit needs message"),
                    var (_, text) => (wish with { Text = text, Buttons = buttons }, null),
                };
            default:
                return (wish, null);
        }
    }

    private string? ReactionLevel(Recipient recipient) =>
        AccountConfigs.Section(config().Config, recipient.ChannelId, recipient.AccountId)["reactionLevel"] is JsonValue level && level.TryGetValue<string>(out var text) ? text : null;

    private string Unsupported(IChannel channel, string action, string accountId)
    {
        var isOff = channel.Capabilities.Actions.Contains(action, StringComparer.Ordinal)
            && AccountConfigs.Of(config().Config, channel.Description.Id, accountId).Actions.GetValueOrDefault(ActionGates.SwitchOf(action), true) is false;
        return isOff
            ? $"{action} is off here (channels.{channel.Description.Id}.actions.{ActionGates.SwitchOf(action)})"
            : $"{action} is not supported by channel {channel.Description.Id}; it can: {string.Join(", ", Offered(channel, accountId))}";
    }

    // Names of other channels for the same thing.
    private static string Canonical(string action) => action switch
    {
        "reply" or "sendAttachment" => ActionGates.Send,
        "unsend" => ActionGates.Delete,
        _ => action,
    };

    private static string? Target(ToolArguments arguments) =>
        arguments.Id("target") ?? arguments.Id("to") ?? arguments.Id("chatId") ?? arguments.Id("chatJid") ?? arguments.Id("channelId");

    private static string SaidBy(OutboundMessage message) =>
        message.Poll is { } poll ? $"[poll] {poll.Question}: {string.Join(" / ", poll.Options)}"
        : message.Text.Length > 0 ? message.Text
        : string.Join(", ", message.Media.Select(Path.GetFileName));

    private static JsonObject Described(Recipient recipient) => new() { ["channel"] = recipient.ChannelId, ["to"] = recipient.ChatId };

    private static JsonObject Done(ChannelAction wish)
    {
        var done = new JsonObject { ["ok"] = true };
        if (wish.Name == ActionGates.React && wish.Emoji.Length > 0)
            done["added"] = wish.Emoji;
        else if (wish.Name == ActionGates.React)
            done["removed"] = true;
        return done;
    }

    private static ActionEnd Dry(Recipient recipient)
    {
        var result = Described(recipient);
        result["dryRun"] = true;
        return new ActionEnd(recipient, Result: result);
    }

    private static ActionEnd Wrong(Recipient? recipient, SendFaultKind kind, string message) => new(recipient, new SendFault(kind, message));
}
