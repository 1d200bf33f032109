using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary><c>input</c> of <c>/v1/responses</c>: a text, or items (spec 06 §3.1).</summary>
internal sealed class ResponsesInput(ConversationText conversation, ApiMedia media)
{
    private static readonly ApiFault s_invalid = new("input: Invalid input");

    private readonly List<string> _files = [];

    /// <summary>Texts of the files that came along, for the system prompt.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Adds the input to the conversation; or says what is wrong with it.</summary>
    public async ValueTask<ApiFault?> ReadAsync(JsonElement input, CancellationToken ct)
    {
        if (input.ValueKind == JsonValueKind.String)
        {
            conversation.User(input.GetString()!, []);
            return null;
        }

        foreach (var item in input.EnumerateArray())
        {
            if (await ItemAsync(item, ct).ConfigureAwait(false) is { } fault)
                return fault;
        }

        return null;
    }

    private async ValueTask<ApiFault?> ItemAsync(JsonElement item, CancellationToken ct)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return s_invalid;
        switch (item.Text("type") ?? (item.Text("role") is null ? string.Empty : "message"))
        {
            case "message":
                return await MessageAsync(item, ct).ConfigureAwait(false);
            case "function_call_output" when item.Text("call_id") is { Length: > 0 } callId && item.Field("output") is { } output:
                conversation.Tool(callId, callId, output.ValueKind == JsonValueKind.String ? output.GetString()! : output.GetRawText());
                return null;
            case "function_call" or "reasoning" or "item_reference":
                return null;
            default:
                return s_invalid;
        }
    }

    private async ValueTask<ApiFault?> MessageAsync(JsonElement item, CancellationToken ct)
    {
        var texts = new List<string>();
        var images = new List<ContentPart.Image>();
        switch (item.Field("content"))
        {
            case { ValueKind: JsonValueKind.String } plain:
                texts.Add(plain.GetString()!);
                break;
            case { ValueKind: JsonValueKind.Array } parts:
                foreach (var part in parts.EnumerateArray())
                {
                    if (await PartAsync(part, texts, images, ct).ConfigureAwait(false) is { } fault)
                        return fault;
                }

                break;
            default:
                return s_invalid;
        }

        var text = string.Join('\n', texts.Where(static one => one.Length > 0));
        switch (item.Text("role"))
        {
            case "system" or "developer":
                conversation.System(text);
                return null;
            case "user":
                conversation.User(text, images);
                return null;
            case "assistant":
                conversation.Assistant(text);
                return null;
            default:
                return s_invalid;
        }
    }

    private async ValueTask<ApiFault?> PartAsync(JsonElement part, List<string> texts, List<ContentPart.Image> images, CancellationToken ct)
    {
        switch (part.Text("type"))
        {
            case "input_text" or "output_text" or "text" when part.Text("text") is { } text:
                texts.Add(text);
                return null;
            case "refusal":
                return null;
            case "input_image":
                var (image, badImage) = await ImageAsync(part, ct).ConfigureAwait(false);
                if (image is not null)
                    images.Add(image);
                return badImage;
            case "input_file":
                var (block, pages, badFile) = await media.FileAsync(part, ct).ConfigureAwait(false);
                if (block is not null)
                    _files.Add(block);
                images.AddRange(pages);
                return badFile;
            default:
                return s_invalid;
        }
    }

    private async ValueTask<(ContentPart.Image? Image, ApiFault? Fault)> ImageAsync(JsonElement part, CancellationToken ct)
    {
        if (part.Field("source") is { } source)
        {
            return source.Text("type") switch
            {
                "url" when source.Text("url") is { } url => await media.ImageAsync(url, ct).ConfigureAwait(false),
                "base64" when source.Text("data") is { } data => media.Image(data, source.Text("media_type")),
                _ => (null, s_invalid),
            };
        }

        return part.Text("image_url") is { } address
            ? await media.ImageAsync(address, ct).ConfigureAwait(false)
            : (null, new ApiFault("input: an input_image needs image_url or source"));
    }
}
