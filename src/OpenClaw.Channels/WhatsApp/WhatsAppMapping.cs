using System.Text.Json;
using OpenClaw.Channels.Envelopes;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Targets;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>From an event of the sidecar to an inbound event (spec 10 §7.5, §12.3). Pure.</summary>
internal static class WhatsAppMapping
{
    /// <summary>Who an account is, out of a state notification; null when it does not say.</summary>
    public static WhatsAppSelf? Self(JsonElement state) => state.TryGetProperty("self", out var self) && self.ValueKind == JsonValueKind.Object
        ? new WhatsAppSelf(self.Text("jid"), self.Text("lid"), self.Text("e164"), self.Text("name"))
        : null;

    /// <summary>The event; null for what nobody answers: receipts, votes.</summary>
    public static InboundEvent? Of(JsonElement happened, string accountId, bool isOffline, WhatsAppSelf? self)
    {
        var kind = happened.Text("type");
        if (kind is not ("message" or "reaction" or "edit" or "delete")
            || happened.Text("chatId") is not { } chat || happened.Text("senderId") is not { } sender || happened.Text("id") is not { } id)
            return null;
        var isGroup = happened.Text("chatType") == "group";
        var number = WhatsAppTargets.JidToE164(sender) ?? WhatsAppTargets.JidToE164(happened.Text("senderAlt"));
        var target = happened.Object("target");
        return new InboundEvent
        {
            Channel = WhatsAppChannel.Id,
            AccountId = accountId,
            Key = kind == "message" ? $"{chat}:{id}" : $"{kind}:{chat}:{id}",
            Kind = kind,
            ChatId = chat,
            ChatType = isGroup ? "group" : "direct",
            PeerId = isGroup ? chat : WhatsAppTargets.JidToE164(chat) ?? WhatsAppTargets.JidToE164(happened.Text("chatAlt")) ?? chat,
            MessageId = kind == "message" ? id : target?.Text("id") ?? id,
            Sender = new InboundSender(number ?? sender, happened.Text("pushName"), E164: number, PlatformId: sender),
            Timestamp = happened.Number("ts") ?? 0,
            Text = Text(happened),
            Media = Media(happened),
            ReplyTo = Quoted(happened),
            Location = Location(happened),
            Mentions = Mentions(happened, self),
            FromMe = happened.Flag("fromMe") == true,
            IsOffline = isOffline,
            Emoji = kind == "reaction" ? happened.Text("emoji") : null,
        };
    }

    private static string Text(JsonElement happened) =>
        happened.Text("text") ?? happened.Object("mediaRef")?.Text("caption") ?? Contacts(happened) ?? string.Empty;

    private static string? Contacts(JsonElement happened)
    {
        if (!happened.TryGetProperty("contacts", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return null;
        var contacts = list.EnumerateArray().Select(static one => (Name: one.Text("name"), Phones: (IReadOnlyList<string>)one.Texts("phones"))).ToList();
        return contacts is [var (name, phones)] ? Placeholders.Contact(name, phones) : Placeholders.Contacts(contacts);
    }

    private static IReadOnlyList<InboundMedia> Media(JsonElement happened) => happened.Object("mediaRef") is { } media
        ? [new InboundMedia(
            media.Text("kind") is "audio" && media.Flag("voice") == true ? "voice" : media.Text("kind") ?? "document",
            media.Text("mime"), media.Text("fileName"), media.Number("size"), media.Clone())]
        : [];

    private static InboundQuote? Quoted(JsonElement happened)
    {
        if (happened.Object("quoted") is not { } quoted)
            return null;
        var author = WhatsAppTargets.JidToE164(quoted.Text("senderId")) ?? WhatsAppTargets.JidToE164(quoted.Text("senderAlt")) ?? quoted.Text("senderId");
        var body = quoted.Text("text") ?? (quoted.Text("mediaKind") is { } kind ? Placeholders.Media(kind) : null);
        return new InboundQuote(quoted.Text("id"), body, author, author, IsToSelf: quoted.Flag("fromMe") == true);
    }

    private static InboundLocation? Location(JsonElement happened) => happened.Object("location") is { } place
        ? new InboundLocation(
            place.Real("lat") ?? 0, place.Real("lon") ?? 0, place.Real("accuracy"), place.Text("name"), place.Text("address"), place.Flag("live") == true, place.Text("caption"))
        : null;

    private static InboundMentions Mentions(JsonElement happened, WhatsAppSelf? self)
    {
        var mentioned = happened.Texts("mentions");
        return new InboundMentions
        {
            Any = mentioned.Count > 0,
            Self = self is not null && mentioned.Any(self.Is),
            Detectable = self is not null,
            OwnDigits = self?.E164?.TrimStart('+'),
        };
    }
}
