using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>
/// The conversation as items of the responses format. Ids of items are left out: they name things in a store that is not used, and a
/// provider that looks for them refuses the request.
/// </summary>
internal static class ResponsesInput
{
    private const string Unseen = "(picture left out: this model reads text only)";

    public static void Write(Utf8JsonWriter writer, ModelRequest request)
    {
        var model = request.Model;
        if (request.SystemPrompt.Length > 0)
        {
            writer.WriteStartObject();
            writer.WriteString("role", model.Reasoning && (model.Compat.SupportsDeveloperRole ?? true) ? "developer" : "system");
            writer.WriteString("content", request.SystemPrompt);
            writer.WriteEndObject();
        }

        var pictures = new List<ContentPart>();
        foreach (var message in request.Messages)
        {
            if (message is not ModelMessage.ToolResult)
                WritePictures(writer, pictures, model);
            switch (message)
            {
                case ModelMessage.User user:
                    WriteUser(writer, user.Content, model);
                    break;
                case ModelMessage.Assistant turn:
                    WriteAssistant(writer, turn, model);
                    break;
                case ModelMessage.ToolResult result:
                    writer.WriteStartObject();
                    writer.WriteString("type", "function_call_output");
                    writer.WriteString("call_id", ToolIds.ForAnthropic(ToolIds.CallOf(result.CallId)));
                    writer.WriteString("output", result.Text.Length > 0 || pictures.Count == 0 ? result.Text : "(see the picture below)");
                    writer.WriteEndObject();
                    if (model.TakesImages)
                        pictures.AddRange(result.Content.OfType<ContentPart.Image>());
                    break;
            }
        }

        WritePictures(writer, pictures, model);
    }

    private static void WritePictures(Utf8JsonWriter writer, List<ContentPart> pictures, ModelInfo model)
    {
        if (pictures.Count == 0)
            return;
        WriteUser(writer, [new ContentPart.Text("Pictures from the tool results:"), .. pictures], model);
        pictures.Clear();
    }

    private static void WriteUser(Utf8JsonWriter writer, IReadOnlyList<ContentPart> content, ModelInfo model)
    {
        writer.WriteStartObject();
        writer.WriteString("role", "user");
        writer.WriteStartArray("content");
        var written = 0;
        foreach (var part in content)
        {
            if (part is ContentPart.Text text)
                WriteText(writer, "input_text", text.Value);
            else if (part is ContentPart.Image image && model.TakesImages)
                WriteImage(writer, image);
            else
                continue;
            written++;
        }

        if (written == 0)
            WriteText(writer, "input_text", Unseen);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAssistant(Utf8JsonWriter writer, ModelMessage.Assistant turn, ModelInfo model)
    {
        var own = turn.Provider == model.Ref.Provider && turn.Model == model.Ref.Id;
        var calls = turn.Content.Any(static part => part is ContentPart.ToolCall);
        foreach (var part in turn.Content)
        {
            switch (part)
            {
                // Thoughts matter between a call and its result; after an answer the model starts afresh.
                case ContentPart.Thinking { Signature: { } signature } when own && calls:
                    WriteThought(writer, signature);
                    break;
                case ContentPart.Text { Value.Length: > 0 } text:
                    writer.WriteStartObject();
                    writer.WriteString("type", "message");
                    writer.WriteString("role", "assistant");
                    writer.WriteStartArray("content");
                    WriteText(writer, "output_text", text.Value);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                    break;
                case ContentPart.ToolCall call:
                    writer.WriteStartObject();
                    writer.WriteString("type", "function_call");
                    writer.WriteString("call_id", ToolIds.ForAnthropic(ToolIds.CallOf(call.Id)));
                    writer.WriteString("name", call.Name);
                    writer.WriteString("arguments", call.Arguments.GetRawText());
                    writer.WriteEndObject();
                    break;
            }
        }
    }

    private static void WriteThought(Utf8JsonWriter writer, string signature)
    {
        try
        {
            using var document = JsonDocument.Parse(signature);
            if (document.RootElement.Text("type") != "reasoning" || document.RootElement.Text("encrypted_content") is not { } sealed_)
                return;
            writer.WriteStartObject();
            writer.WriteString("type", "reasoning");
            writer.WriteStartArray("summary");
            foreach (var item in document.RootElement.Objects("summary"))
                item.WriteTo(writer);
            writer.WriteEndArray();
            writer.WriteString("encrypted_content", sealed_);
            writer.WriteEndObject();
        }
        catch (JsonException)
        {
            // A signature of another format: this model cannot use it.
            return;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, ContentPart.Image image)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "input_image");
        writer.WriteString("detail", "auto");
        writer.WriteString("image_url", $"data:{image.MimeType};base64,{image.Data}");
        writer.WriteEndObject();
    }
}
