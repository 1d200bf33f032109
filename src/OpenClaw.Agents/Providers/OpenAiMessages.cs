using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The conversation in the chat completions format.</summary>
internal static class OpenAiMessages
{
    private const string Bridge = "The tool results have been received.";
    private const string Unseen = "(picture left out: this model reads text only)";

    public static void Write(Utf8JsonWriter writer, ModelRequest request, ServerTraits traits)
    {
        var model = request.Model;
        if (request.SystemPrompt.Length > 0)
            WriteMessage(writer, model.Reasoning && traits.DeveloperRole ? "developer" : "system", request.SystemPrompt);
        var pictures = new List<ContentPart.Image>();
        ModelMessage? last = null;
        foreach (var message in request.Messages)
        {
            // The results of one turn must stand together, so what they show follows after the last of them.
            if (message is not ModelMessage.ToolResult)
                last = WritePictures(writer, pictures, last, traits);
            switch (message)
            {
                case ModelMessage.User user:
                    if (last is ModelMessage.ToolResult && traits.AssistantAfterToolResult)
                        WriteMessage(writer, "assistant", Bridge);
                    WriteUser(writer, user.Content, model);
                    break;
                case ModelMessage.Assistant assistant:
                    WriteAssistant(writer, assistant, model, traits);
                    break;
                case ModelMessage.ToolResult result:
                    WriteResult(writer, result, model, traits);
                    if (model.TakesImages)
                        pictures.AddRange(result.Content.OfType<ContentPart.Image>());
                    break;
            }

            last = message;
        }

        WritePictures(writer, pictures, last, traits);
    }

    private static ModelMessage? WritePictures(Utf8JsonWriter writer, List<ContentPart.Image> pictures, ModelMessage? last, ServerTraits traits)
    {
        if (pictures.Count == 0)
            return last;
        if (traits.AssistantAfterToolResult)
            WriteMessage(writer, "assistant", Bridge);
        writer.WriteStartObject();
        writer.WriteString("role", "user");
        writer.WriteStartArray("content");
        WriteText(writer, "Pictures from the tool results:");
        foreach (var picture in pictures)
            WriteImage(writer, picture);
        writer.WriteEndArray();
        writer.WriteEndObject();
        pictures.Clear();
        return null;
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
                WriteText(writer, text.Value);
            else if (part is ContentPart.Image image && model.TakesImages)
                WriteImage(writer, image);
            else
                continue;
            written++;
        }

        if (written == 0)
            WriteText(writer, Unseen);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAssistant(Utf8JsonWriter writer, ModelMessage.Assistant assistant, ModelInfo model, ServerTraits traits)
    {
        var calls = assistant.Content.OfType<ContentPart.ToolCall>().ToList();
        var texts = assistant.Content.OfType<ContentPart.Text>().Select(static part => part.Value).Where(static text => text.Length > 0).ToList();
        var own = assistant.Provider == model.Ref.Provider && assistant.Model == model.Ref.Id;
        var thought = own ? assistant.Content.OfType<ContentPart.Thinking>().FirstOrDefault(static part => part.Value.Length > 0) : null;
        if (thought is not null && traits.ThinkingAsText)
            texts.Insert(0, $"<thinking>\n{thought.Value}\n</thinking>");
        if (calls.Count == 0 && texts.Count == 0)
            return;
        writer.WriteStartObject();
        writer.WriteString("role", "assistant");
        if (texts.Count == 0)
        {
            writer.WriteNull("content");
        }
        else
        {
            writer.WriteStartArray("content");
            foreach (var text in texts)
                WriteText(writer, text);
            writer.WriteEndArray();
        }

        // Thoughts go back under the name under which they came.
        if (!traits.ThinkingAsText && thought is { Signature: "reasoning_content" or "reasoning" or "reasoning_text" })
            writer.WriteString(thought.Signature, thought.Value);
        if (calls.Count > 0)
            WriteCalls(writer, calls, traits);
        writer.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter writer, List<ContentPart.ToolCall> calls, ServerTraits traits)
    {
        writer.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            writer.WriteStartObject();
            writer.WriteString("id", Id(call.Id, traits));
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", call.Name);
            writer.WriteString("arguments", call.Arguments.GetRawText());
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter writer, ModelMessage.ToolResult result, ModelInfo model, ServerTraits traits)
    {
        var text = result.Text;
        if (text.Length == 0 && result.Content.OfType<ContentPart.Image>().Any())
            text = model.TakesImages ? "(see the picture below)" : Unseen;
        writer.WriteStartObject();
        writer.WriteString("role", "tool");
        writer.WriteString("content", text);
        writer.WriteString("tool_call_id", Id(result.CallId, traits));
        if (traits.ToolResultName)
            writer.WriteString("name", result.ToolName);
        writer.WriteEndObject();
    }

    private static string Id(string id, ServerTraits traits) => traits.MistralToolIds ? ToolIds.ForMistral(id) : ToolIds.ForOpenAi(id);

    private static void WriteMessage(Utf8JsonWriter writer, string role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", text);
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, ContentPart.Image image)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "image_url");
        writer.WriteStartObject("image_url");
        writer.WriteString("url", $"data:{image.MimeType};base64,{image.Data}");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
