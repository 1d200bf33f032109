using System.Text.Json;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Transcripts;

/// <summary>
/// Reads transcript lines as leniently as the format demands: a torn last line, unknown types, version 2 files and entries that an
/// older release wrote without <c>parentId</c> are all accepted (spec 08 §5).
/// </summary>
internal static class TranscriptReader
{
    private const int MaxDepth = 256;

    /// <summary>All entries in file order. A missing file has none.</summary>
    public static TranscriptContent Read(string path)
    {
        var entries = new List<TranscriptEntry>();
        JsonElement? header = null;
        var damaged = new List<int>();
        var number = 0;
        string? last = null;
        foreach (var line in JsonlFile.ReadLines(path, skipped => damaged.Add(number = skipped)))
        {
            number++;
            if (Parse(line) is not { } raw)
            {
                damaged.Add(number);
                continue;
            }

            var type = raw.TryGetProperty("type", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
            if (type == "session")
            {
                header ??= raw;
                continue;
            }

            var entry = ToEntry(type, raw, last);
            entries.Add(entry);
            last = entry.Id ?? last;
        }

        return new TranscriptContent(header, entries, damaged.Count) { DamagedLines = damaged };
    }

    /// <summary>
    /// The entry the next one hangs under, found from the end of the file: after an answer nothing else of a long transcript is needed.
    /// </summary>
    public static string? LeafId(string path)
    {
        if (!File.Exists(path))
            return null;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        for (var window = 64L * 1024; ; window *= 4)
        {
            var start = Math.Max(0, file.Length - window);
            var buffer = new byte[file.Length - start];
            file.Position = start;
            file.ReadExactly(buffer);
            if (LastId(buffer) is { } id)
                return id;
            if (start == 0)
                return null;
        }
    }

    private static string? LastId(ReadOnlyMemory<byte> part)
    {
        while (!part.IsEmpty)
        {
            // The first line of the part may be the end of a longer one; then it is no JSON and a wider look follows.
            var at = part.Span.LastIndexOf((byte)'\n');
            var line = part[(at + 1)..];
            part = at < 0 ? ReadOnlyMemory<byte>.Empty : part[..at];
            if (!line.IsEmpty && Parse(line) is { } raw && raw.TryGetProperty("type", out var type) && !type.ValueEquals("session")
                && raw.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String)
                return id.GetString();
        }

        return null;
    }

    /// <summary>One line, or null when it is not a JSON object.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TranscriptEntry ToEntry(string type, JsonElement raw, string? previous)
    {
        var id = raw.TryGetProperty("id", out var idValue) && idValue.ValueKind == JsonValueKind.String ? idValue.GetString() : null;

        // A line without the member at all was appended outside a run by an older release. Taking it as a root would hide
        // everything before it from the model, so it continues where the file stood.
        var parent = raw.TryGetProperty("parentId", out var parentValue)
            ? (parentValue.ValueKind == JsonValueKind.String ? parentValue.GetString() : null)
            : previous;
        return new TranscriptEntry(type, id, parent, raw);
    }
}
