using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary><c>messages</c> of <c>/v1/chat/completions</c> (spec 06 §2.1).</summary>
internal static class ChatMessages
{
    /// <summary>Adds the messages to a conversation; or says what is wrong with one.</summary>
    public static async ValueTask<ApiFault?> ReadAsync(JsonElement body, ConversationText conversation, ApiMedia media, CancellationToken ct)
    {
        foreach (var message in body.Items("messages"))
        {
            var role = message.Text("role") ?? string.Empty;
            var text = Text(message);
            switch (role)
            {
                case "system" or "developer":
                    conversation.System(text);
                    break;
                case "user":
                    var (images, fault) = await ImagesAsync(message, media, ct).ConfigureAwait(false);
                    if (fault is not null)
                        return fault;
                    conversation.User(text, images);
                    break;
                case "assistant":
                    conversation.Assistant(text);
                    break;
                case "tool" or "function":
                    conversation.Tool(message.Text("name"), message.Text("tool_call_id"), text);
                    break;
            }
        }

        return null;
    }

    private static string Text(JsonElement message) => message.Field("content") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Join('\n', parts.EnumerateArray().Select(PartText).Where(static text => text is { Length: > 0 })),
        _ => string.Empty,
    };

    private static string? PartText(JsonElement part) => part.Text("type") switch
    {
        "text" or "input_text" or "output_text" => part.Text("text") ?? part.Text("input_text"),
        _ => part.Text("input_text"),
    };

    private static async ValueTask<(List<ContentPart.Image> Images, ApiFault? Fault)> ImagesAsync(JsonElement message, ApiMedia media, CancellationToken ct)
    {
        var images = new List<ContentPart.Image>();
        foreach (var part in message.Items("content").Where(static part => part.Text("type") is "image_url" or "input_image"))
        {
            var url = part.Field("image_url") is { } value ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.Text("url") : null;
            if (url is null)
                return (images, new ApiFault("messages: an image_url part needs image_url.url"));
            var (image, fault) = await media.ImageAsync(url, ct).ConfigureAwait(false);
            if (fault is not null)
                return (images, fault);
            images.Add(image!);
        }

        return (images, null);
    }
}
