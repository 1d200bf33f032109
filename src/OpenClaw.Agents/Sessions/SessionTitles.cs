using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Sessions;

/// <summary>Titles and previews, from the first and last few kilobytes of a transcript (spec 02 §6).</summary>
internal static class SessionTitles
{
    private const int HeadBytes = 8 * 1024;
    private const int TailBytes = 16 * 1024;
    private const int MaxTitle = 60;
    private const int MaxPreview = 240;

    /// <summary>Display name, subject, first user text, or the start of the session id with its date.</summary>
    public static string? Title(StoredSession entry, string? path)
    {
        if (entry.Text("displayName") is { } display)
            return display;
        if (entry.Text("subject") is { } subject)
            return subject;
        if (path is not null && FirstUserText(path) is { Length: > 0 } text)
            return Cut(text);
        if (entry.SessionId is not { } id)
            return null;
        var date = DateTimeOffset.FromUnixTimeMilliseconds(entry.UpdatedAt ?? 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{(id.Length > 8 ? id[..8] : id)} ({date})";
    }

    /// <summary>The last text somebody said.</summary>
    public static string? LastMessage(string? path)
    {
        if (path is null)
            return null;
        string? last = null;
        foreach (var message in Messages(ReadPart(path, TailBytes, fromEnd: true)))
        {
            if (MessageJson.Text(message, "role") is "user" or "assistant" && PreviewText(message) is { Length: > 0 } text)
                last = text;
        }

        return last is { Length: > MaxPreview } ? last[..(MaxPreview - 3)] + "..." : last;
    }

    /// <summary>Visible text of a message on one line, user texts stripped.</summary>
    public static string PreviewText(JsonElement message)
    {
        var text = string.Join(' ', MessageJson.Content(message).OfType<Messages.ContentPart.Text>().Select(static part => part.Value));
        return Collapse(MessageJson.Text(message, "role") == "user" ? UserText.Strip(text) : text);
    }

    private static string? FirstUserText(string path) =>
        Messages(ReadPart(path, HeadBytes, fromEnd: false))
            .Where(static message => MessageJson.Text(message, "role") == "user")
            .Select(PreviewText)
            .FirstOrDefault(static text => text.Length > 0);

    private static IEnumerable<JsonElement> Messages(string part)
    {
        foreach (var line in part.Split('\n'))
        {
            // The part begins or ends inside a line; such a piece is no JSON and is passed over.
            if (line.Contains("\"message\"", StringComparison.Ordinal)
                && TranscriptReader.Parse(Encoding.UTF8.GetBytes(line)) is { } raw
                && raw.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object)
                yield return message;
        }
    }

    private static string ReadPart(string path, int bytes, bool fromEnd)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (fromEnd && file.Length > bytes)
                file.Seek(-bytes, SeekOrigin.End);
            var buffer = new byte[Math.Min(bytes, file.Length)];
            var read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaxTitle)
            return text;
        var cut = text[..(MaxTitle - 1)];
        var space = cut.LastIndexOf(' ');
        return (space > MaxTitle * 0.6 ? cut[..space] : cut) + "…";
    }

    private static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
