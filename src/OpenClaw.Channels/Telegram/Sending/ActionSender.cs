using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Api.Types;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Setup;
using OpenClaw.Channels.Telegram.Stickers;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>What is done to and beside messages (spec 10 §6.2, §8.10 to §8.12).</summary>
internal sealed class ActionSender(
    string accountId, AccountHost host, TelegramApi api, PartSender sender, GroupMigration migration, TelegramStickers stickers, Func<BotUser?> me)
{
    private const int DefaultSearchLimit = 5;

    /// <summary>Failures are results.</summary>
    public Task<ActionResult> ActAsync(ChannelAction action, CancellationToken ct)
    {
        var settings = new TelegramSettings(host.Config(), accountId);
        if (!action.IsAutomatic && Refusal(action.Name, settings) is { } refusal)
            return Task.FromResult(new ActionResult(new SendFault(SendFaultKind.Unsupported, refusal)));
        var call = new ActionCall(action, migration.Now(action.ChatId));
        return action.Name switch
        {
            "react" => ReactAsync(call, ct),
            "edit" => EditAsync(call, settings, ct),
            "delete" => DoAsync("deleteMessage", call, call.ForMessage(), new JsonObject { ["ok"] = true, ["deleted"] = true }, ct),
            "typing" => DoAsync("sendChatAction", call, call.ForChat("typing"), null, ct),
            "recording" => DoAsync("sendChatAction", call, call.ForChat("record_voice"), null, ct),
            "draft" => DraftAsync(call, ct),
            "sticker" => StickerAsync(action, ct),
            "sticker-search" => Task.FromResult(Search(action)),
            "read" => Task.FromResult(ActionResult.Done),
            _ => Task.FromResult(new ActionResult(new SendFault(SendFaultKind.Unsupported, $"Telegram has no action \"{action.Name}\""))),
        };
    }

    private static string? Refusal(string action, TelegramSettings settings) => action switch
    {
        "react" when !settings.Allows("reactions") => "reactions are switched off (channels.telegram.actions.reactions)",
        "react" when settings.ReactionLevel is "off" or "ack" => $"reactions of agents are off: channels.telegram.reactionLevel is \"{settings.ReactionLevel}\"; set it to minimal or extensive",
        "delete" when !settings.Allows("deleteMessage") => "deleting is switched off (channels.telegram.actions.deleteMessage)",
        "sticker" or "sticker-search" when !settings.Allows("sticker") => "stickers are off; switch them on with channels.telegram.actions.sticker: true",
        _ => null,
    };

    private Task<ActionResult> ReactAsync(ActionCall call, CancellationToken ct)
    {
        var parameters = call.ForMessage();
        var emoji = call.Action.Emoji;
        parameters["reaction"] = emoji.Length == 0 ? new JsonArray() : new JsonArray(new JsonObject { ["type"] = "emoji", ["emoji"] = emoji });
        var done = new JsonObject { ["ok"] = true };
        if (emoji.Length == 0)
            done["removed"] = true;
        else
            done["added"] = emoji;
        return DoAsync("setMessageReaction", call, parameters, done, ct);
    }

    private async Task<ActionResult> EditAsync(ActionCall call, TelegramSettings settings, CancellationToken ct)
    {
        var parameters = call.ForMessage();
        if (call.Action.Buttons is { } buttons)
            parameters["reply_markup"] = SendParameters.Keyboard(MessagePlan.Buttons(buttons));
        if (call.Action.Text is not { Length: > 0 } text)
            return await DoAsync("editMessageReplyMarkup", call, parameters, call.Edited(), ct).ConfigureAwait(false);
        var chunks = TelegramText.Chunks(text, TelegramText.MaxLength, tables: settings.Tables);
        if (chunks.Count != 1)
            return new ActionResult(new SendFault(SendFaultKind.TooLarge, $"an edited message holds one text of at most {TelegramText.MaxLength} characters"));
        parameters["text"] = chunks[0].Html;
        parameters["parse_mode"] = "HTML";
        if (!settings.LinkPreview)
            parameters["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        var result = await DoAsync("editMessageText", call, parameters, call.Edited(), SendFaults.IsMarkup, ct).ConfigureAwait(false);
        if (result is not null)
            return result;
        parameters.Remove("parse_mode");
        parameters["text"] = chunks[0].Plain;
        return await DoAsync("editMessageText", call, parameters, call.Edited(), ct).ConfigureAwait(false);
    }

    // Only where the bot has topics of its own in direct chats; the id of the draft is that of the message it answers.
    private async Task<ActionResult> DraftAsync(ActionCall call, CancellationToken ct)
    {
        if (me()?.HasTopicsEnabled != true)
            return new ActionResult(new SendFault(SendFaultKind.Unsupported, "drafts need a bot with topics in direct chats (@BotFather, Bot Settings, Threads Settings)"));
        if (!long.TryParse(call.Action.MessageId, NumberStyles.None, CultureInfo.InvariantCulture, out var draft))
            return new ActionResult(new SendFault(SendFaultKind.BadTarget, "messageId: a draft is named after the message it answers"));
        var text = call.Action.Text ?? string.Empty;
        var parameters = call.ForChat(null);
        parameters["draft_id"] = draft;
        parameters["text"] = text.Length > TelegramText.MaxLength ? text[..TelegramText.MaxLength] : text;
        return await DoAsync("sendMessageDraft", call, parameters, null, ct).ConfigureAwait(false);
    }

    private async Task<ActionResult> StickerAsync(ChannelAction action, CancellationToken ct)
    {
        var fileId = action.More.Text("fileId") ?? ((action.More?["stickerId"] as JsonArray)?[0] ?? action.More?["stickerId"])?.ToString();
        if (string.IsNullOrWhiteSpace(fileId))
            return new ActionResult(new SendFault(SendFaultKind.BadTarget, "fileId: name the sticker; sticker-search finds those that were seen before"));
        var place = new OutboundPart
        {
            Channel = TelegramChannel.Id,
            AccountId = accountId,
            ChatId = action.ChatId,
            ThreadId = action.ThreadId,
            Kind = "media",
            ReplyToId = action.More?["replyTo"]?.ToString(),
        };
        var result = await sender.StickerAsync(place, fileId, ct).ConfigureAwait(false);
        return result.Fault is { } fault
            ? new ActionResult(fault)
            : new ActionResult(Result: new JsonObject { ["ok"] = true, ["messageId"] = result.MessageId, ["chatId"] = result.ChatId });
    }

    private ActionResult Search(ChannelAction action)
    {
        var query = action.More.Text("query") ?? string.Empty;
        var limit = (int)Math.Clamp(action.More.Whole("limit") ?? DefaultSearchLimit, 1, 50);
        var found = query.Length == 0 ? [] : stickers.Search(query, limit);
        return new ActionResult(Result: new JsonObject
        {
            ["ok"] = true,
            ["count"] = found.Count,
            ["stickers"] = new JsonArray([.. found.Select(static s => (JsonNode)new JsonObject
            {
                ["fileId"] = s.FileId,
                ["emoji"] = s.Emoji,
                ["description"] = s.Description,
                ["setName"] = s.SetName,
            })]),
        });
    }

    private async Task<ActionResult> DoAsync(string method, ActionCall call, JsonObject parameters, JsonObject? done, CancellationToken ct) =>
        (await DoAsync(method, call, parameters, done, static _ => false, ct).ConfigureAwait(false))!;

    /// <summary>Null when the failure is one that the caller mends.</summary>
    private async Task<ActionResult?> DoAsync(
        string method, ActionCall call, JsonObject parameters, JsonObject? done, Func<TelegramFailure, bool> mends, CancellationToken ct)
    {
        if (call.Problem is { } problem)
            return new ActionResult(new SendFault(SendFaultKind.BadTarget, problem));
        var reply = await api.CallAsync(method, (JsonObject)parameters.DeepClone(), BotJson.Default.JsonElement, ct).ConfigureAwait(false);

        // Asked for what is already so.
        if (reply.Failure is not { } failure || failure.Says("message is not modified"))
            return new ActionResult(Result: done);
        return mends(failure) ? null : new ActionResult(SendFaults.Of(failure, accountId, call.ChatId));
    }
}
