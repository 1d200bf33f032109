using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Testing.Telegram;

/// <summary>What each method answers when nothing was planned otherwise.</summary>
internal sealed class BotMethods(BotApiServer server)
{
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;
    private static readonly string[] s_media = ["photo", "video", "audio", "voice", "animation", "document", "sticker"];
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _names = new(StringComparer.OrdinalIgnoreCase);
    private long _nextMessage = 5000;
    private long _nextFile;

    /// <summary>The <c>result</c>, or a refusal.</summary>
    public async Task<(JsonNode? Result, BotApiFailure? Failure)> AnswerAsync(BotApiCall call, CancellationToken aborted)
    {
        switch (call.Method.ToLowerInvariant())
        {
            case "getme":
                return (server.Bot.DeepClone(), null);
            case "getupdates":
                return await PollAsync(call, aborted).ConfigureAwait(false);
            case "getwebhookinfo":
                return (WebhookInfo(), null);
            case "setwebhook":
                server.Webhook = new BotApiWebhook(call["url"] ?? string.Empty, call["secret_token"], Allowed(call));
                return (true, null);
            case "deletewebhook":
                server.Webhook = null;
                return (true, null);
            case "getfile":
                return File(call);
            case "getchat":
                return (Chat(call["chat_id"] ?? string.Empty), null);
            case "getchatmember":
                return Member(call);
            case "setmycommands":
                server.Commands = call.Params["commands"] as JsonArray;
                return (true, null);
            case "sendchataction" or "answercallbackquery" or "setmessagereaction" or "deletemessage" or "sendmessagedraft":
                return (true, null);
            case "sendmessage":
                return Text(call);
            case "editmessagetext" or "editmessagereplymarkup":
                return Edit(call);
            case "sendpoll":
                return Poll(call);
            case "sendphoto" or "sendvideo" or "sendaudio" or "sendvoice" or "sendanimation" or "senddocument" or "sendsticker":
                return Media(call);
            default:
                return (null, new BotApiFailure(404, "Not Found: method not found"));
        }
    }

    private async Task<(JsonNode? Result, BotApiFailure? Failure)> PollAsync(BotApiCall call, CancellationToken aborted)
    {
        if (server.Webhook is { Url.Length: > 0 })
            return (null, new BotApiFailure(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        var asked = TimeSpan.FromSeconds(call.Number("timeout") ?? 0);
        var updates = await server.Updates.PollAsync(
            call.Number("offset") ?? 0,
            (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100),
            asked < server.LongestPoll ? asked : server.LongestPoll,
            Allowed(call),
            aborted).ConfigureAwait(false);
        return updates is null
            ? (null, new BotApiFailure(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"))
            : (new JsonArray([.. updates]), null);
    }

    private JsonObject WebhookInfo() => new()
    {
        ["url"] = server.Webhook?.Url ?? string.Empty,
        ["has_custom_certificate"] = false,
        ["pending_update_count"] = server.Updates.Count,
    };

    private (JsonNode? Result, BotApiFailure? Failure) File(BotApiCall call)
    {
        if (call["file_id"] is not { } id || server.FindFile(id) is not { } file)
            return (null, BotApiFailure.Bad("wrong file_id or the file is temporarily unavailable"));
        if (file.Content.Length > server.LargestDownload)
            return (null, BotApiFailure.Bad("file is too big"));
        return (new JsonObject { ["file_id"] = id, ["file_unique_id"] = "u" + id, ["file_size"] = file.Content.Length, ["file_path"] = file.Path }, null);
    }

    private (JsonNode? Result, BotApiFailure? Failure) Member(BotApiCall call) =>
        (new JsonObject
        {
            ["status"] = server.MemberStatus(call["chat_id"] ?? string.Empty, call.Number("user_id") ?? 0),
            ["user"] = new JsonObject { ["id"] = call.Number("user_id"), ["is_bot"] = true, ["first_name"] = "Member" },
        }, null);

    private (JsonNode? Result, BotApiFailure? Failure) Text(BotApiCall call)
    {
        var (text, problem) = Read(call, "text");
        if (problem is not null)
            return (null, BotApiFailure.Bad(problem));
        if (string.IsNullOrWhiteSpace(text))
            return (null, BotApiFailure.Bad("message text is empty"));
        if (text.Length > MaxText)
            return (null, BotApiFailure.Bad("message is too long"));
        var message = Message(call);
        message["text"] = text;
        return (message, null);
    }

    private (JsonNode? Result, BotApiFailure? Failure) Edit(BotApiCall call)
    {
        var (text, problem) = Read(call, "text");
        if (problem is not null)
            return (null, BotApiFailure.Bad(problem));
        var message = Message(call);
        message["message_id"] = call.Number("message_id");
        message["text"] = text;
        return (message, null);
    }

    private (JsonNode? Result, BotApiFailure? Failure) Poll(BotApiCall call)
    {
        if (call.Params["options"] is not JsonArray { Count: >= 2 } options)
            return (null, BotApiFailure.Bad("poll must have at least 2 option"));
        var message = Message(call);
        message["poll"] = new JsonObject { ["id"] = $"poll{message["message_id"]}", ["question"] = call["question"], ["options"] = options.DeepClone() };
        return (message, null);
    }

    private (JsonNode? Result, BotApiFailure? Failure) Media(BotApiCall call)
    {
        var kind = s_media.First(k => call.Method.EndsWith(k, StringComparison.OrdinalIgnoreCase));
        var (caption, problem) = Read(call, "caption");
        if (problem is not null)
            return (null, BotApiFailure.Bad(problem));
        if (caption.Length > MaxCaption)
            return (null, BotApiFailure.Bad("message caption is too long"));
        if (call[kind] is null && !call.Files.ContainsKey(kind))
            return (null, BotApiFailure.Bad($"there is no {kind} in the request"));
        var message = Message(call);
        if (caption.Length > 0)
            message["caption"] = caption;
        var file = new JsonObject { ["file_id"] = $"sent{Interlocked.Increment(ref _nextFile)}", ["file_unique_id"] = $"us{_nextFile}" };
        message[kind] = kind == "photo" ? new JsonArray(file) : file;
        return (message, null);
    }

    private static (string Text, string? Problem) Read(BotApiCall call, string name)
    {
        var text = call[name] ?? string.Empty;
        return call["parse_mode"] == "HTML" ? HtmlReading.Read(text) : (text, null);
    }

    private JsonObject Message(BotApiCall call)
    {
        var message = new JsonObject
        {
            ["message_id"] = Interlocked.Increment(ref _nextMessage),
            ["date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["chat"] = Chat(call["chat_id"] ?? "0"),
            ["from"] = server.Bot.DeepClone(),
        };
        if (call.Number("message_thread_id") is { } thread)
            message["message_thread_id"] = thread;
        return message;
    }

    private JsonObject Chat(string given)
    {
        var id = IdOf(given);
        var chat = new JsonObject { ["id"] = id, ["type"] = id > 0 ? "private" : given.StartsWith("-100", StringComparison.Ordinal) ? "supergroup" : "group" };
        if (id < 0)
            chat["title"] = "Group";
        if (given.StartsWith('@'))
            chat["username"] = given[1..];
        return chat;
    }

    // A public name stands for a channel or group, whose ids are negative.
    private long IdOf(string given)
    {
        if (long.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
            return id;
        lock (_gate)
        {
            if (!_names.TryGetValue(given, out id))
                _names[given] = id = -1009000000000 - _names.Count;
            return id;
        }
    }

    private static IReadOnlyList<string>? Allowed(BotApiCall call) =>
        call.Params["allowed_updates"] is JsonArray list ? [.. list.Select(static n => n!.GetValue<string>())] : null;
}
