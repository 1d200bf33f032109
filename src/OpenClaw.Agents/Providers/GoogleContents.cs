using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The conversation in the Gemini format.</summary>
internal static class GoogleContents
{
    private const string Unseen = "(picture left out: this model reads text only)";

    // Documented by Google for calls that another model made: the third generation refuses calls without any signature.
    private const string ForeignSignature = "skip_thought_signature_validator";

    public static void Write(Utf8JsonWriter writer, ModelRequest request)
    {
        var model = request.Model;
        for (var i = 0; i < request.Messages.Count; i++)
        {
            switch (request.Messages[i])
            {
                case ModelMessage.User user:
                    WriteContent(writer, "user", Parts(user.Content, model, own: false));
                    break;
                case ModelMessage.Assistant turn when i > 0:
                    var own = turn.Provider == model.Ref.Provider && turn.Model == model.Ref.Id;
                    var parts = Parts(turn.Content, model, own);
                    if (parts.Count > 0)
                        WriteContent(writer, "model", parts);
                    break;
                case ModelMessage.ToolResult:
                    var results = request.Messages.Skip(i).TakeWhile(static message => message is ModelMessage.ToolResult).Cast<ModelMessage.ToolResult>().ToList();
                    WriteResults(writer, results, model);
                    i += results.Count - 1;
                    break;
            }
        }
    }

    public static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter writer, List<ModelMessage.ToolResult> results, ModelInfo model)
    {
        WriteContent(writer, "user", [.. results.Select(static result => (Action<Utf8JsonWriter>)(w => WriteResult(w, result)))]);
        var pictures = model.TakesImages ? results.SelectMany(static result => result.Content.OfType<ContentPart.Image>()).ToList() : [];
        if (pictures.Count > 0)
            WriteContent(writer, "user", Parts([new ContentPart.Text("Pictures from the tool results:"), .. pictures], model, own: false));
    }

    private static void WriteContent(Utf8JsonWriter writer, string role, List<Action<Utf8JsonWriter>> parts)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteStartArray("parts");
        foreach (var part in parts)
            part(writer);
        if (parts.Count == 0)
            WriteText(writer, Unseen);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static List<Action<Utf8JsonWriter>> Parts(IReadOnlyList<ContentPart> content, ModelInfo model, bool own)
    {
        var parts = new List<Action<Utf8JsonWriter>>();
        foreach (var part in content)
        {
            switch (part)
            {
                case ContentPart.Text { Value.Length: > 0 } text:
                    parts.Add(writer => WriteText(writer, text.Value));
                    break;
                case ContentPart.Image image when model.TakesImages:
                    parts.Add(writer => WriteImage(writer, image));
                    break;
                case ContentPart.Thinking { Value.Length: > 0 } thought when own:
                    parts.Add(writer => WriteThought(writer, thought));
                    break;
                case ContentPart.ToolCall call:
                    parts.Add(writer => WriteCall(writer, call, own ? call.Signature : null, model));
                    break;
            }
        }

        return parts;
    }

    private static void WriteThought(Utf8JsonWriter writer, ContentPart.Thinking thought)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("thought", true);
        writer.WriteString("text", thought.Value);
        if (thought.Signature is { } signature)
            writer.WriteString("thoughtSignature", signature);
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, ContentPart.Image image)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("inlineData");
        writer.WriteString("mimeType", image.MimeType);
        writer.WriteString("data", image.Data);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter writer, ContentPart.ToolCall call, string? signature, ModelInfo model)
    {
        if (signature is null && model.Ref.Id.StartsWith("gemini-3", StringComparison.Ordinal))
            signature = ForeignSignature;
        writer.WriteStartObject();
        writer.WriteStartObject("functionCall");
        writer.WriteString("name", call.Name);
        writer.WritePropertyName("args");
        call.Arguments.WriteTo(writer);
        writer.WriteEndObject();
        if (signature is not null)
            writer.WriteString("thoughtSignature", signature);
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, ModelMessage.ToolResult result)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("functionResponse");
        writer.WriteString("name", result.ToolName);
        writer.WriteStartObject("response");
        writer.WriteString(result.IsError ? "error" : "output", result.Text);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
