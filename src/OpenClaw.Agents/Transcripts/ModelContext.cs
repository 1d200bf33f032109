using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Transcripts;

/// <summary>Turns a transcript path into what the model is sent (spec 08 §5, "Building the model context").</summary>
internal static class ModelContext
{
    private const string NoResult = "no result";

    /// <summary>
    /// The messages of the path: from the newest compaction on if there is one, without failed and aborted answers, and with a result
    /// for every tool call.
    /// </summary>
    public static List<ModelMessage> Build(IReadOnlyList<TranscriptEntry> path)
    {
        var messages = new List<ModelMessage>();
        foreach (var entry in Effective(path, messages))
        {
            if (Message(entry) is { } message)
                messages.Add(message);
        }

        return WithResults(messages);
    }

    private static IEnumerable<TranscriptEntry> Effective(IReadOnlyList<TranscriptEntry> path, List<ModelMessage> messages)
    {
        var last = -1;
        for (var i = path.Count - 1; i >= 0 && last < 0; i--)
        {
            if (path[i].Type == "compaction")
                last = i;
        }

        if (last < 0)
            return path;
        var compaction = path[last];
        messages.Add(UserText($"<summary>\n{compaction.Text("summary")}\n</summary>"));
        var firstKept = compaction.Text("firstKeptEntryId");
        var start = path.Take(last).ToList().FindIndex(entry => entry.Id == firstKept);
        return (start < 0 ? [] : path.Skip(start).Take(last - start)).Concat(path.Skip(last + 1));
    }

    /// <summary>What one entry says to the model; null when it says nothing.</summary>
    public static ModelMessage? Message(TranscriptEntry entry)
    {
        switch (entry.Type)
        {
            case "custom_message" when entry.Raw.TryGetProperty("content", out _):
                return new ModelMessage.User(MessageJson.Content(entry.Raw));
            case "branch_summary" when entry.Text("summary") is { } summary:
                return UserText($"<summary>\n{summary}\n</summary>");
            case "message" when entry.Message is { } message:
                return FromMessage(message);
            default:
                return null;
        }
    }

    private static ModelMessage? FromMessage(JsonElement message)
    {
        var content = MessageJson.Content(message);
        switch (MessageJson.Text(message, "role"))
        {
            case "user":
                return new ModelMessage.User(content);
            case "assistant" when MessageJson.Text(message, "stopReason") is not (StopReasons.Error or StopReasons.Aborted):
                return new ModelMessage.Assistant(content, MessageJson.Text(message, "provider"), MessageJson.Text(message, "model"));
            case "toolResult":
                var isError = message.TryGetProperty("isError", out var flag) && flag.ValueKind == JsonValueKind.True;
                return new ModelMessage.ToolResult(
                    MessageJson.Text(message, "toolCallId") ?? string.Empty, MessageJson.Text(message, "toolName") ?? string.Empty, content, isError);
            default:
                return null;
        }
    }

    private static List<ModelMessage> WithResults(List<ModelMessage> messages)
    {
        var answered = messages.OfType<ModelMessage.ToolResult>().Select(static result => result.CallId).ToHashSet(StringComparer.Ordinal);
        var calls = messages.OfType<ModelMessage.Assistant>().SelectMany(static turn => turn.Content.OfType<ContentPart.ToolCall>())
            .Select(static call => call.Id).ToHashSet(StringComparer.Ordinal);
        var result = new List<ModelMessage>(messages.Count);
        foreach (var message in messages)
        {
            // A result whose call was dropped with a failed answer would be refused by every provider.
            if (message is ModelMessage.ToolResult orphan && !calls.Contains(orphan.CallId))
                continue;
            result.Add(message);
            if (message is not ModelMessage.Assistant turn)
                continue;
            foreach (var call in turn.Content.OfType<ContentPart.ToolCall>().Where(call => !answered.Contains(call.Id)))
                result.Add(new ModelMessage.ToolResult(call.Id, call.Name, [new ContentPart.Text(NoResult)], IsError: true));
        }

        return result;
    }

    private static ModelMessage.User UserText(string text) => new([new ContentPart.Text(text)]);
}
