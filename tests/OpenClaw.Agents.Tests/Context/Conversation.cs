using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Tests.Context;

/// <summary>Builds transcript paths in a few words: <c>u100</c> is a user message of 100 tokens, <c>a</c> an assistant's, <c>t</c> a tool result.</summary>
internal static class Conversation
{
    public static IReadOnlyList<TranscriptEntry> Path(params string[] words)
    {
        var path = new List<TranscriptEntry>();
        foreach (var word in words)
        {
            var id = $"e{path.Count}";
            var parent = path.Count == 0 ? null : path[^1].Id;
            path.Add(Entry(word, id, parent));
        }

        return path;
    }

    public static JsonElement Assistant(string text, long usage = 0, params ContentPart[] more) => MessageJson.Assistant(
        new AssistantRecord([new ContentPart.Text(text), .. more], "openai-completions", "stub", "stub-1", new TokenUsage(usage, 0, 0, 0), default(ModelCost), StopReasons.Stop),
        DateTimeOffset.UnixEpoch);

    public static JsonElement User(string text) => MessageJson.User([new ContentPart.Text(text)], DateTimeOffset.UnixEpoch);

    public static JsonElement Result(string text, bool failed = false, string tool = "exec", string call = "c1") =>
        MessageJson.ToolResult(call, tool, ToolResult.Text(text) with { IsError = failed }, DateTimeOffset.UnixEpoch);

    public static ContentPart.ToolCall Call(string name, string path, string id = "c1") =>
        new(id, name, JsonDocument.Parse($$"""{"path":"{{path}}"}""").RootElement.Clone());

    private static TranscriptEntry Entry(string word, string id, string? parent)
    {
        var text = word.Length > 1 && char.IsAsciiDigit(word[1]) ? new string('x', 4 * int.Parse(word[1..], System.Globalization.CultureInfo.InvariantCulture)) : word[1..];
        var line = word[0] switch
        {
            'u' => TranscriptAddition.MessageLine(id, parent, DateTimeOffset.UnixEpoch, User(text)),
            'a' => TranscriptAddition.MessageLine(id, parent, DateTimeOffset.UnixEpoch, Assistant(text)),
            't' => TranscriptAddition.MessageLine(id, parent, DateTimeOffset.UnixEpoch, Result(text)),
            'c' => TranscriptLine.Entry("compaction", id, parent, DateTimeOffset.UnixEpoch, writer =>
            {
                writer.WriteString("summary", "older notes");
                writer.WriteString("firstKeptEntryId", "e" + word[1..]);
            }),
            _ => TranscriptLine.Entry("model_change", id, parent, DateTimeOffset.UnixEpoch, static _ => { }),
        };
        var raw = JsonDocument.Parse(line).RootElement.Clone();
        return new TranscriptEntry(raw.GetProperty("type").GetString()!, id, parent, raw);
    }
}
