using System.Text.Json.Nodes;
using OpenClaw.Channels.Envelopes;
using OpenClaw.Channels.Inbound;

namespace OpenClaw.Channels.Tests.Vectors;

public class EnvelopeVectorTests
{
    [Fact]
    public void Envelopes() => Vectors.Check("envelope", static row =>
    {
        var message = row["in"]!.AsObject();
        var settings = message["envelope"]!.AsObject();
        var sender = message["sender"] as JsonObject;
        var envelope = new Envelope
        {
            Channel = Text(message, "channel")!,
            From = Text(message, "from"),
            Timestamp = Time(message, "timestamp"),
            Previous = Time(message, "previousTimestamp"),
            Sender = Text(message, "chatType") == "group" ? SenderLabel.Of(Text(sender, "name"), Text(sender, "id"), e164: Text(sender, "e164")) : null,
        };
        var told = new EnvelopeSettings(
            Text(settings, "timezone"), Timestamp: settings["includeTimestamp"]?.GetValue<bool>() ?? true, Elapsed: settings["includeElapsed"]?.GetValue<bool>() ?? true);
        return new() { ["out"] = envelope.Around(Text(message, "body")!, told, TimeZoneInfo.Utc) };
    });

    [Fact]
    public void Locations() => Vectors.Check("location", static row =>
    {
        var place = row["in"]!.AsObject();
        return new()
        {
            ["out"] = Placeholders.Location(new InboundLocation(
                place["latitude"]!.GetValue<double>(), place["longitude"]!.GetValue<double>(), place["accuracy"]?.GetValue<double>(), Text(place, "name"),
                Text(place, "address"), place["isLive"]?.GetValue<bool>() ?? false, Text(place, "caption"))),
        };
    });

    [Fact]
    public void Telegram_threads() => Vectors.Check("telegramThread", static row =>
    {
        var topic = TelegramLabels.Topic(row["isForum"]?.GetValue<bool>() ?? false, row["messageThreadId"]?.GetValue<int>());
        return new()
        {
            ["resolved"] = topic,
            ["sendParams"] = TelegramLabels.SendTopic(topic) is { } send ? new JsonObject { ["message_thread_id"] = send } : null,
        };
    });

    [Fact]
    public void Telegram_labels() => Vectors.Check("telegramLabels", static row =>
    {
        var from = row["in"]!["from"] as JsonObject;
        return new() { ["sender"] = TelegramLabels.Sender(Name(from), Text(from, "username"), from?["id"]?.GetValue<long>()) };
    });

    [Fact]
    public void Telegram_forwards() => Vectors.Check("telegramForward", static row => new() { ["out"] = Json(Forward(row["in"]!.AsObject())) });

    // What WhatsApp's own messages hold is read by the sidecar; these are the texts that the gateway makes of it.
    [Fact]
    public void WhatsApp_texts() => Vectors.Check("waExtract", static row =>
    {
        var message = row["in"]!.AsObject();
        var answers = new Dictionary<string, JsonNode?>();
        if (message["contactMessage"] is JsonObject contact)
            answers["text"] = Placeholders.Contact(Text(contact, "displayName"), Phones(contact));
        if (message["contactsArrayMessage"]?["contacts"] is JsonArray contacts)
            answers["text"] = Placeholders.Contacts([.. contacts.Select(c => (Text(c!.AsObject(), "displayName"), Phones(c.AsObject())))]);
        if (new[] { "image", "audio", "video", "sticker", "document" }.FirstOrDefault(kind => message.ContainsKey($"{kind}Message")) is { } media)
            answers["placeholder"] = Placeholders.Media(media);
        return answers;
    });

    private static InboundForward? Forward(JsonObject message)
    {
        if (message["forward_from"] is JsonObject legacy)
            return TelegramForwards.User(Name(legacy), Text(legacy, "username"), Id(legacy), message["forward_date"]?.GetValue<long>(), legacy: true);
        if (message["forward_origin"] is not JsonObject origin)
            return null;
        var date = origin["date"]?.GetValue<long>();
        var signature = Text(origin, "author_signature");
        return Text(origin, "type") switch
        {
            "user" => origin["sender_user"]!.AsObject() is var user ? TelegramForwards.User(Name(user), Text(user, "username"), Id(user), date) : null,
            "hidden_user" => TelegramForwards.HiddenUser(Text(origin, "sender_user_name"), date),
            "chat" => origin["sender_chat"]!.AsObject() is var chat
                ? TelegramForwards.Chat(Text(chat, "title"), Text(chat, "username"), Id(chat), signature, date)
                : null,
            _ => origin["chat"]!.AsObject() is var channel
                ? TelegramForwards.Channel(Text(channel, "title"), Text(channel, "username"), Id(channel), signature, date)
                : null,
        };
    }

    private static JsonObject? Json(InboundForward? forward)
    {
        if (forward is null)
            return null;
        var json = new JsonObject { ["from"] = forward.From, ["date"] = forward.Date / 1000, ["fromType"] = forward.Type };
        foreach (var (name, value) in new[]
        {
            ("fromId", forward.Id), ("fromUsername", forward.Username), ("fromTitle", forward.Title), ("fromSignature", forward.Signature),
        })
        {
            if (value is not null)
                json[name] = value;
        }

        return json;
    }

    private static IReadOnlyList<string> Phones(JsonObject contact) =>
    [
        .. (Text(contact, "vcard") ?? string.Empty).Split('\n').Where(static line => line.StartsWith("TEL", StringComparison.Ordinal))
            .Select(static line => line[(line.IndexOf(':') + 1)..]),
    ];

    private static string? Name(JsonObject? person) => TelegramLabels.Name(Text(person, "first_name"), Text(person, "last_name"));

    private static long Id(JsonObject json) => json["id"]!.GetValue<long>();

    private static string? Text(JsonObject? json, string name) => json?[name]?.GetValue<string>();

    private static DateTimeOffset? Time(JsonObject json, string name) =>
        json[name] is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time.GetValue<long>()) : null;
}
