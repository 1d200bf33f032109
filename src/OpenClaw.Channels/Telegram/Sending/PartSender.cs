using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Envelopes;
using OpenClaw.Channels.Media;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Api.Types;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Setup;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Sends single parts. What can be mended on the spot is: markup Telegram cannot read, a group that moved, a voice nobody wants to hear.</summary>
internal sealed class PartSender(string accountId, AccountHost host, TelegramApi api, SendRate rate, SentMessages sent, GroupMigration migration)
{
    /// <summary>Failures are results.</summary>
    public async Task<PartResult> SendAsync(OutboundPart part, CancellationToken ct)
    {
        var chat = migration.Now(part.ChatId);
        var (result, failure) = part.Kind switch
        {
            "poll" => await DeliverAsync("sendPoll", chat, Poll(part), null, part, ct).ConfigureAwait(false),
            "media" => await MediaAsync(chat, part, ct).ConfigureAwait(false),
            _ => await TextAsync(chat, part, ct).ConfigureAwait(false),
        };
        return result ?? PartResult.Failed(failure!);
    }

    /// <summary>A sticker that Telegram knows.</summary>
    public async Task<PartResult> StickerAsync(OutboundPart place, string fileId, CancellationToken ct)
    {
        var (result, failure) = await DeliverAsync("sendSticker", migration.Now(place.ChatId), new JsonObject { ["sticker"] = fileId }, null, place, ct).ConfigureAwait(false);
        return result ?? PartResult.Failed(failure!);
    }

    private Task<(PartResult?, SendFault?)> TextAsync(string chat, OutboundPart part, CancellationToken ct)
    {
        var parameters = new JsonObject { ["text"] = part.Text, ["parse_mode"] = "HTML" };
        if (!new TelegramSettings(host.Config(), accountId).LinkPreview)
            parameters["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        return DeliverAsync("sendMessage", chat, parameters, null, part, ct);
    }

    private async Task<(PartResult?, SendFault?)> MediaAsync(string chat, OutboundPart part, CancellationToken ct)
    {
        var name = Path.GetFileName(part.Media!);
        if (MediaFile.Read(part.Media!) is not { } file)
            return (null, new SendFault(SendFaultKind.BadMedia, $"there is no file {name}, or it cannot be read"));
        var limit = api.Endpoint.IsOwnServer ? OutgoingFile.MaxOwnServer : OutgoingFile.MaxUpload;
        return file.Size > limit
            ? (null, new SendFault(SendFaultKind.TooLarge, $"Telegram takes no files above {limit / 1_000_000} MB from bots; {name} has {file.Size / 1_000_000} MB"))
            : await UploadAsync(chat, part, OutgoingFile.Of(file, part.AsVoice, part.GifPlayback), file, ct).ConfigureAwait(false);
    }

    private async Task<(PartResult?, SendFault?)> UploadAsync(string chat, OutboundPart part, OutgoingFile how, MediaFile file, CancellationToken ct)
    {
        JsonObject Caption() => part.Text.Length == 0 ? [] : new JsonObject { ["caption"] = part.Text, ["parse_mode"] = "HTML" };
        TelegramFailure? refused = null;
        var (result, fault) = await DeliverAsync(how.Method, chat, Caption(), new BotUpload(how.Field, file.Path, file.Name), part, ct, f => refused = f).ConfigureAwait(false);
        var other = refused switch
        {
            { } failure when how == OutgoingFile.Voice && failure.Says("VOICE_MESSAGES_FORBIDDEN") => OutgoingFile.Audio,
            { } failure when how.Method == "sendPhoto" && SendFaults.IsPhotoTrouble(failure) => OutgoingFile.Document,
            _ => null,
        };
        return other is null
            ? (result, fault)
            : await DeliverAsync(other.Method, chat, Caption(), new BotUpload(other.Field, file.Path, file.Name), part, ct).ConfigureAwait(false);
    }

    private static JsonObject Poll(OutboundPart part) => new()
    {
        ["question"] = part.Poll!.Question,
        ["options"] = new JsonArray([.. part.Poll.Options.Select(static option => (JsonNode)new JsonObject { ["text"] = option })]),
        ["is_anonymous"] = false,
        ["allows_multiple_answers"] = part.Poll.MaxSelections > 1,
    };

    /// <summary>One send with everything that parts have in common, and the second tries that make sense.</summary>
    private async Task<(PartResult?, SendFault?)> DeliverAsync(
        string method, string chat, JsonObject content, BotUpload? file, OutboundPart part, CancellationToken ct, Action<TelegramFailure>? failed = null)
    {
        var topic = TelegramLabels.SendTopic(int.TryParse(part.ThreadId, NumberStyles.None, CultureInfo.InvariantCulture, out var thread) ? thread : null);
        SendParameters.Add(content, part, topic);
        for (var tries = 0; ; tries++)
        {
            content["chat_id"] = chat;
            if (await rate.WaitAsync(chat, ct).ConfigureAwait(false) is { } later)
                return (null, new SendFault(SendFaultKind.RateLimited, $"Telegram account {accountId}: Telegram takes no more messages for {chat} just now", later, "429"));
            var reply = await api.MessageAsync(method, (JsonObject)content.DeepClone(), ct, file).ConfigureAwait(false);
            if (reply.Failure is not { } failure)
                return (Taken(reply.Value!, topic), null);
            if (failure.RetryAfter is { } wait)
                rate.Block(chat, wait);
            if (failure.MigrateTo is { } moved)
            {
                await migration.MoveAsync(chat, moved, ct).ConfigureAwait(false);
                chat = moved;
            }
            else if (!SendParameters.Mend(content, failure, part))
            {
                failed?.Invoke(failure);
                return (null, SendFaults.Of(failure, accountId, chat));
            }
            else if (SendFaults.IsMarkup(failure))
                TelegramLog.SentPlain(host.Logger, accountId);

            if (tries == 3)
                return (null, SendFaults.Of(failure, accountId, chat));
        }
    }

    private PartResult Taken(BotMessage message, int? topic)
    {
        sent.Add(message.Chat.Id, message.MessageId, topic);
        return new PartResult(
            message.MessageId.ToString(CultureInfo.InvariantCulture), message.Chat.Id.ToString(CultureInfo.InvariantCulture), message.Poll?.Id);
    }
}
