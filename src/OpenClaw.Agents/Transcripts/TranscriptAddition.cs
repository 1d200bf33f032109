using System.Security.Cryptography;
using System.Text.Json;

namespace OpenClaw.Agents.Transcripts;

/// <summary>Lines about to be appended to a transcript, each linked to the one before it.</summary>
/// <param name="parent">What the first of them hangs under.</param>
/// <param name="now">Their time stamp.</param>
internal sealed class TranscriptAddition(string? parent, DateTimeOffset now)
{
    private readonly List<byte[]> _lines = [];
    private readonly List<TranscriptEntry> _entries = [];
    private string? _parent = parent;

    /// <summary>What to append.</summary>
    public IReadOnlyList<byte[]> Lines => _lines;

    /// <summary>The same as entries, without a header.</summary>
    public IReadOnlyList<TranscriptEntry> Entries => _entries;

    /// <summary>The last entry.</summary>
    public string? LastId => _parent;

    public void Header(TranscriptOpening opening) =>
        _lines.Add(TranscriptLine.Header(opening.SessionId, now, opening.WorkingDirectory));

    /// <summary>Records what the turn uses, where that differs from what the path says.</summary>
    public void Changes(TranscriptOpening opening, TranscriptState state)
    {
        var newModel = state.Provider != opening.Provider || state.ModelId != opening.ModelId;
        if (newModel)
            Add("model_change", (id, parent) => TranscriptLine.Entry("model_change", id, parent, now, writer =>
            {
                writer.WriteString("provider", opening.Provider);
                writer.WriteString("modelId", opening.ModelId);
            }));
        if (state.ThinkingLevel != opening.ThinkingLevel)
            Add("thinking_level_change", (id, parent) => TranscriptLine.Entry(
                "thinking_level_change", id, parent, now, writer => writer.WriteString("thinkingLevel", opening.ThinkingLevel)));
        if (newModel)
            Add("custom", (id, parent) => TranscriptLine.Custom("model-snapshot", id, parent, now, writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
                writer.WriteString("provider", opening.Provider);
                writer.WriteString("modelApi", opening.Api);
                writer.WriteString("modelId", opening.ModelId);
                writer.WriteEndObject();
            }));
    }

    public void Compaction(string summary, string firstKeptId, long tokensBefore, IReadOnlyList<string> readFiles, IReadOnlyList<string> modifiedFiles) =>
        Add("compaction", (id, parent) => TranscriptLine.Entry("compaction", id, parent, now, writer =>
        {
            writer.WriteString("summary", summary);
            writer.WriteString("firstKeptEntryId", firstKeptId);
            writer.WriteNumber("tokensBefore", tokensBefore);
            writer.WriteStartObject("details");
            WriteTexts(writer, "readFiles", readFiles);
            WriteTexts(writer, "modifiedFiles", modifiedFiles);
            writer.WriteEndObject();
            writer.WriteBoolean("fromHook", false);
        }));

    public void Message(JsonElement message, string? id = null) => Add("message", (given, parent) => MessageLine(given, parent, now, message), id);

    public static byte[] MessageLine(string id, string? parentId, DateTimeOffset now, JsonElement message) =>
        TranscriptLine.Entry("message", id, parentId, now, writer =>
        {
            writer.WritePropertyName("message");
            message.WriteTo(writer);
        });

    public static string NewId() => RandomNumberGenerator.GetHexString(8, lowercase: true);

    private void Add(string type, Func<string, string?, byte[]> write, string? given = null)
    {
        var id = given ?? NewId();
        var line = write(id, _parent);
        _lines.Add(line);
        using var document = JsonDocument.Parse(line);
        _entries.Add(new TranscriptEntry(type, id, _parent, document.RootElement.Clone()));
        _parent = id;
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
