using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Envelopes;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Api.Types;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Setup;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Sends single parts. What can be mended on the spot is: markup Telegram cannot read, a group that moved, a voice nobody wants to hear.</summary>
internal sealed class PartSender(string accountId, AccountHost host, TelegramApi api, SendRate rate, SentMessages sent, GroupMigration migration)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Failures are results.</summary>
    public async Task<PartResult> SendAsync(OutboundPart part, CancellationToken ct)
    {
        var chat = migration.Now(part.ChatId);
        if (rate.BlockedFor(chat) is { } blocked && blocked > s_patience)
            return PartResult.Failed(new SendFault(SendFaultKind.RateLimited, $"Telegram account {accountId}: Telegram asks to wait", blocked, "429"));
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
        var limit = api.Endpoint.IsOwnServer ? OutgoingFile.MaxOwnServer : OutgoingFile.MaxUpload;
        var (path, name, isTemporary, problem) = await LocalAsync(part.Media!, limit, ct).ConfigureAwait(false);
        if (path is null)
            return (null, problem);
        try
        {
            var size = new FileInfo(path).Length;
            if (size > limit)
                return (null, new SendFault(SendFaultKind.TooLarge, $"Telegram takes no files above {limit / 1_000_000} MB from bots; {name} has {size / 1_000_000} MB"));
            return await UploadAsync(chat, part, OutgoingFile.Of(path, size, part.AsVoice, part.GifPlayback), path, name, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new SendFault(SendFaultKind.BadMedia, $"{name} cannot be read"));
        }
        finally
        {
            if (isTemporary)
                File.Delete(path);
        }
    }

    private async Task<(PartResult?, SendFault?)> UploadAsync(string chat, OutboundPart part, OutgoingFile how, string path, string name, CancellationToken ct)
    {
        JsonObject Caption() => part.Text.Length == 0 ? [] : new JsonObject { ["caption"] = part.Text, ["parse_mode"] = "HTML" };
        TelegramFailure? refused = null;
        var (result, fault) = await DeliverAsync(how.Method, chat, Caption(), new BotUpload(how.Field, path, name), part, ct, f => refused = f).ConfigureAwait(false);
        var other = refused switch
        {
            { } failure when how == OutgoingFile.Voice && failure.Says("VOICE_MESSAGES_FORBIDDEN") => OutgoingFile.Audio,
            { } failure when how.Method == "sendPhoto" && SendFaults.IsPhotoTrouble(failure) => OutgoingFile.Document,
            _ => null,
        };
        return other is null
            ? (result, fault)
            : await DeliverAsync(other.Method, chat, Caption(), new BotUpload(other.Field, path, name), part, ct).ConfigureAwait(false);
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
            await rate.WaitAsync(chat, ct).ConfigureAwait(false);
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

    private async Task<(string? Path, string Name, bool IsTemporary, SendFault? Problem)> LocalAsync(string media, long limit, CancellationToken ct)
    {
        if (!Uri.TryCreate(media, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return File.Exists(media)
                ? (media, Path.GetFileName(media), false, null)
                : (null, media, false, new SendFault(SendFaultKind.BadMedia, $"there is no file {Path.GetFileName(media)}"));
        }

        var fetched = await host.Download(url, limit, ct).ConfigureAwait(false);
        if (fetched.Path is null)
            return (null, media, false, new SendFault(fetched.TooLarge ? SendFaultKind.TooLarge : SendFaultKind.BadMedia, $"{url.Host}: {fetched.Problem ?? "could not be fetched"}"));
        return (fetched.Path, fetched.FileName ?? Path.GetFileName(url.LocalPath), true, null);
    }
}
