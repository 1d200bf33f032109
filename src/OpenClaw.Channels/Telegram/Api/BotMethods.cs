using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api.Types;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>The methods of the Bot API that take more than a bag of parameters to call.</summary>
internal static class BotMethods
{
    /// <summary>Who we are; also the test of a token.</summary>
    public static Task<TelegramReply<BotUser>> GetMeAsync(this TelegramApi api, CancellationToken ct, TimeSpan? timeout = null) =>
        api.CallAsync("getMe", [], BotJson.Default.BotUser, ct, timeout: timeout);

    public static Task<TelegramReply<BotWebhookInfo>> GetWebhookInfoAsync(this TelegramApi api, CancellationToken ct, TimeSpan? timeout = null) =>
        api.CallAsync("getWebhookInfo", [], BotJson.Default.BotWebhookInfo, ct, timeout: timeout);

    /// <summary>
    /// Waits for updates. Each comes as it is, so that one nobody can read does not hold up the others. The limit is the wait and some:
    /// a connection that died in silence is noticed by it.
    /// </summary>
    public static Task<TelegramReply<JsonElement>> GetUpdatesAsync(
        this TelegramApi api, long? offset, TimeSpan wait, IReadOnlyList<string> allowed, CancellationToken ct)
    {
        var parameters = new JsonObject { ["timeout"] = (int)wait.TotalSeconds, ["limit"] = 100, ["allowed_updates"] = Names(allowed) };
        if (offset is { } first)
            parameters["offset"] = first;
        return api.CallAsync("getUpdates", parameters, BotJson.Default.JsonElement, ct, timeout: wait + TimeSpan.FromSeconds(15));
    }

    public static Task<TelegramReply<bool>> SetWebhookAsync(this TelegramApi api, string url, string secret, IReadOnlyList<string> allowed, CancellationToken ct) =>
        api.CallAsync("setWebhook", new JsonObject { ["url"] = url, ["secret_token"] = secret, ["allowed_updates"] = Names(allowed) }, BotJson.Default.Boolean, ct);

    /// <summary>Ends a web hook; what waits there stays and is polled.</summary>
    public static Task<TelegramReply<bool>> DeleteWebhookAsync(this TelegramApi api, CancellationToken ct) =>
        api.CallAsync("deleteWebhook", new JsonObject { ["drop_pending_updates"] = false }, BotJson.Default.Boolean, ct);

    public static Task<TelegramReply<BotFilePlace>> GetFileAsync(this TelegramApi api, string fileId, CancellationToken ct) =>
        api.CallAsync("getFile", new JsonObject { ["file_id"] = fileId }, BotJson.Default.BotFilePlace, ct);

    public static Task<TelegramReply<BotMember>> GetChatMemberAsync(this TelegramApi api, string chatId, long userId, CancellationToken ct, TimeSpan? timeout = null) =>
        api.CallAsync("getChatMember", new JsonObject { ["chat_id"] = chatId, ["user_id"] = userId }, BotJson.Default.BotMember, ct, timeout: timeout);

    /// <summary>Tells the app that the press of a button was taken, so that it stops waiting.</summary>
    public static Task<TelegramReply<bool>> AnswerCallbackAsync(this TelegramApi api, string callbackId, CancellationToken ct) =>
        api.DoAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = callbackId }, ct);

    /// <summary>Any method that answers with true.</summary>
    public static Task<TelegramReply<bool>> DoAsync(this TelegramApi api, string method, JsonObject parameters, CancellationToken ct) =>
        api.CallAsync(method, parameters, BotJson.Default.Boolean, ct);

    /// <summary>Any method that answers with the message.</summary>
    public static Task<TelegramReply<BotMessage>> MessageAsync(
        this TelegramApi api, string method, JsonObject parameters, CancellationToken ct, BotUpload? file = null) =>
        api.CallAsync(method, parameters, BotJson.Default.BotMessage, ct, file);

    private static JsonArray Names(IReadOnlyList<string> names) => new([.. names.Select(static n => (JsonNode?)JsonValue.Create(n))]);
}
