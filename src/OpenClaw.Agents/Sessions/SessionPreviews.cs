using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Agents.Sessions;

/// <summary><c>sessions.preview</c>: the last lines of several sessions (spec 02 §6).</summary>
public sealed class SessionPreviews(SessionStore store)
{
    private const int MaxKeys = 64;
    private const int DefaultItems = 12;
    private const int MaxItems = 50;
    private const int DefaultChars = 240;
    private const int MaxChars = 2000;
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Previews in the order asked for.</summary>
    public SessionsPreviewResult Query(SessionsPreviewParams query)
    {
        var items = (int)Math.Min(query.Limit ?? DefaultItems, MaxItems);
        var chars = (int)Math.Min(query.MaxChars ?? DefaultChars, MaxChars);
        return new SessionsPreviewResult
        {
            Ts = store.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            Previews = [.. query.Keys.Take(MaxKeys).Select(key => Preview(key, items, chars))],
        };
    }

    private SessionPreview Preview(string key, int limit, int maxChars)
    {
        var canonical = store.Canonical(key);
        if (store.Find(canonical) is not { } entry)
            return Result(key, "missing", []);
        if (store.Transcript(canonical, entry) is not { Exists: true } transcript)
            return Result(key, "missing", []);
        try
        {
            var items = TranscriptHistory.Last(transcript.FilePath, limit, MaxBytes)
                .Select(message => Item(message, maxChars)).OfType<SessionPreviewItem>().ToList();
            return Result(key, items.Count == 0 ? "empty" : "ok", items);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Result(key, "error", []);
        }
    }

    private static SessionPreviewItem? Item(JsonElement message, int maxChars)
    {
        var role = MessageJson.Text(message, "role") switch
        {
            "user" => "user",
            "assistant" => "assistant",
            "system" => "system",
            "toolResult" or "tool" => "tool",
            _ => "other",
        };
        var text = string.Join('\n', MessageJson.Content(message).OfType<ContentPart.Text>().Select(static part => part.Value)).Trim();
        if (text.Length == 0)
            text = WithoutText(message);
        if (text.Length == 0)
            return null;
        return new SessionPreviewItem { Role = role, Text = text.Length > maxChars ? text[..(maxChars - 3)] + "..." : text };
    }

    private static string WithoutText(JsonElement message)
    {
        var content = MessageJson.Content(message);
        var calls = content.OfType<ContentPart.ToolCall>().Select(static call => call.Name).ToList();
        if (calls.Count > 0)
            return "call " + string.Join(", ", calls.Take(2)) + (calls.Count > 2 ? $" +{calls.Count - 2}" : string.Empty);
        return content.Any(static part => part is ContentPart.Image) ? "[image]" : string.Empty;
    }

    private static SessionPreview Result(string key, string status, IReadOnlyList<SessionPreviewItem> items) =>
        new() { Key = key, Status = status, Items = items };
}
