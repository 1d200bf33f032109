using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Telegram.Api;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Parameters that all sends share (spec 10 §8.7).</summary>
internal static class SendParameters
{
    /// <summary>Topic, silence, the answered message, buttons.</summary>
    public static void Add(JsonObject content, OutboundPart part, int? topic)
    {
        if (topic is { } thread)
            content["message_thread_id"] = thread;
        if (part.Silent)
            content["disable_notification"] = true;
        if (part.Buttons.Count > 0)
            content["reply_markup"] = Keyboard(part.Buttons);
        if (!long.TryParse(part.ReplyToId, NumberStyles.None, CultureInfo.InvariantCulture, out var answered))
            return;

        // A message that was deleted meanwhile must not take the answer with it.
        if (part.QuoteText is { Length: > 0 } quote)
        {
            content["reply_parameters"] = new JsonObject { ["message_id"] = answered, ["quote"] = quote, ["allow_sending_without_reply"] = true };
            return;
        }

        content["reply_to_message_id"] = answered;
        content["allow_sending_without_reply"] = true;
    }

    /// <summary>Rows of buttons.</summary>
    public static JsonObject Keyboard(IReadOnlyList<IReadOnlyList<MessageButton>> rows) => new()
    {
        ["inline_keyboard"] = new JsonArray([.. rows.Select(static row => (JsonNode)new JsonArray(
            [.. row.Select(static button => (JsonNode)new JsonObject { ["text"] = button.Text, ["callback_data"] = button.Data })]))]),
    };

    /// <summary>Changes what a failure complains about; false: another try is no use.</summary>
    public static bool Mend(JsonObject content, TelegramFailure failure, OutboundPart part)
    {
        if (SendFaults.IsMarkup(failure) && content.Remove("parse_mode"))
        {
            var field = content.ContainsKey("caption") ? "caption" : "text";
            content[field] = part.Plain ?? part.Text;
            return true;
        }

        if (failure.Says("QUOTE_TEXT_INVALID") && content["reply_parameters"] is JsonObject reply && reply.Remove("quote"))
            return true;
        return false;
    }
}
