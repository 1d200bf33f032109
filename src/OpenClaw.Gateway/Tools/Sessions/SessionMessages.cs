using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary>What was said in a session, for a model to read: the data of pictures is left out, results of tools unless they are wanted.</summary>
internal static class SessionMessages
{
    // A tool result has to fit into a conversation.
    private const int MaxBytes = 80_000;

    /// <summary>The last messages, oldest first.</summary>
    public static JsonArray Last(SessionStore store, string key, StoredSession entry, int limit, bool withTools)
    {
        if (store.Transcript(key, entry) is not { Exists: true } transcript)
            return [];
        // Some of them may be results of tools, which are dropped after reading.
        var messages = TranscriptHistory.Last(transcript.FilePath, withTools ? limit : limit * 4, int.MaxValue)
            .Where(message => withTools || Role(message) is "user" or "assistant").TakeLast(limit).Select(Plain);
        var (kept, size) = (new LinkedList<JsonNode>(), 0);
        foreach (var message in messages.Reverse())
        {
            size += message.ToJsonString().Length;
            if (size > MaxBytes)
                break;
            kept.AddFirst(message);
        }

        return [.. kept];
    }

    /// <summary>The text of the last assistant message that has one.</summary>
    public static string? LastReply(SessionStore store, string key)
    {
        if (store.Find(key) is not { } entry || store.Transcript(key, entry) is not { Exists: true } transcript)
            return null;
        return TranscriptHistory.Last(transcript.FilePath, 20, int.MaxValue).Reverse()
            .Where(static message => Role(message) == "assistant").Select(Text).FirstOrDefault(static text => text.Length > 0);
    }

    /// <summary>The visible text of a message.</summary>
    public static string Text(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
            return string.Empty;
        if (content.ValueKind == JsonValueKind.String)
            return content.GetString()!.Trim();
        return content.ValueKind != JsonValueKind.Array ? string.Empty : string.Join('\n', content.EnumerateArray()
            .Where(static part => part.ValueKind == JsonValueKind.Object && part.TryGetProperty("type", out var type) && type.ValueEquals("text"))
            .Select(static part => part.TryGetProperty("text", out var text) ? text.GetString() : null)).Trim();
    }

    /// <summary>Who said it.</summary>
    public static string? Role(JsonElement message) =>
        message.TryGetProperty("role", out var role) && role.ValueKind == JsonValueKind.String ? role.GetString() : null;

    private static JsonNode Plain(JsonElement message)
    {
        var node = JsonNode.Parse(message.GetRawText())!;
        if (node["content"] is not JsonArray content)
            return node;
        foreach (var part in content.OfType<JsonObject>().Where(static part => part.ContainsKey("data")))
        {
            part.Remove("data");
            part["omitted"] = true;
        }

        return node;
    }
}
