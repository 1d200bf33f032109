using System.Globalization;
using System.Text.Json;

namespace OpenClaw.Agents.Tests.Transcripts;

/// <summary>
/// Reads a transcript by the rules of the original (spec 08 §5) and forgives nothing: the first line is a version 3 header, every other line
/// has its type's members, an id of eight hex characters that no other has, and a parent that came before.
/// </summary>
internal static class StrictReader
{
    private static readonly Dictionary<string, string[]> s_members = new(StringComparer.Ordinal)
    {
        ["message"] = ["message"],
        ["model_change"] = ["provider", "modelId"],
        ["thinking_level_change"] = ["thinkingLevel"],
        ["compaction"] = ["summary", "firstKeptEntryId", "tokensBefore", "details", "fromHook"],
        ["custom"] = ["customType", "data"],
    };

    private static readonly Dictionary<string, string[]> s_messages = new(StringComparer.Ordinal)
    {
        ["user"] = ["content", "timestamp"],
        ["assistant"] = ["content", "api", "provider", "model", "usage", "stopReason", "timestamp"],
        ["toolResult"] = ["toolCallId", "toolName", "content", "isError", "timestamp"],
    };

    /// <summary>Every breach of the rules; empty for a file that the original would take as its own.</summary>
    public static IReadOnlyList<string> Breaches(string file)
    {
        var breaches = new List<string>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var text = File.ReadAllText(file);
        if (!text.EndsWith('\n'))
            breaches.Add("no line end at the end");
        var number = 0;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            number++;
            using var document = JsonDocument.Parse(line);
            breaches.AddRange((number == 1 ? Header(document.RootElement) : Entry(document.RootElement, ids)).Select(breach => $"line {number}: {breach}"));
        }

        return breaches;
    }

    private static IEnumerable<string> Header(JsonElement line)
    {
        foreach (var missing in Missing(line, ["type", "version", "id", "timestamp", "cwd"]))
            yield return missing;
        if (line.GetProperty("type").GetString() != "session" || line.GetProperty("version").GetInt32() != 3)
            yield return "not a version 3 header";
    }

    private static List<string> Entry(JsonElement line, HashSet<string> ids)
    {
        var type = line.GetProperty("type").GetString()!;
        if (!s_members.TryGetValue(type, out var members))
            return [$"type {type} is not written by the original"];
        List<string> breaches = [.. Missing(line, ["id", "parentId", "timestamp", .. members])];
        var id = line.GetProperty("id").GetString()!;
        if (id.Length != 8 || !id.All(char.IsAsciiHexDigitLower) || !ids.Add(id))
            breaches.Add($"id {id}");
        var parent = line.GetProperty("parentId");
        if (parent.ValueKind == JsonValueKind.Null ? ids.Count > 1 : !ids.Contains(parent.GetString()!))
            breaches.Add($"parent {parent}");
        if (!DateTimeOffset.TryParseExact(line.GetProperty("timestamp").GetString(), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            breaches.Add("timestamp");
        if (type == "compaction" && !ids.Contains(line.GetProperty("firstKeptEntryId").GetString()!))
            breaches.Add("firstKeptEntryId names nothing before it");
        if (type == "message")
            breaches.AddRange(Message(line.GetProperty("message")));
        return breaches;
    }

    private static List<string> Message(JsonElement message)
    {
        var role = message.GetProperty("role").GetString()!;
        if (!s_messages.TryGetValue(role, out var members))
            return [$"role {role}"];
        List<string> breaches = [.. Missing(message, members)];
        if (message.GetProperty("content").ValueKind != JsonValueKind.Array)
            breaches.Add("content is not a list");
        if (role == "assistant")
            breaches.AddRange(Missing(message.GetProperty("usage"), ["input", "output", "cacheRead", "cacheWrite", "totalTokens", "cost"]));
        return breaches;
    }

    private static IEnumerable<string> Missing(JsonElement line, string[] names) =>
        names.Where(name => !line.TryGetProperty(name, out _)).Select(static name => $"{name} is missing");
}
