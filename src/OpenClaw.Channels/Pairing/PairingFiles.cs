using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Storage;

namespace OpenClaw.Channels.Pairing;

/// <summary>The two files of a channel's pairings, in the original's form (spec 10 §4).</summary>
internal static class PairingFiles
{
    private static readonly JsonWriterOptions s_pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The list of requests; empty when there is no readable file. Entries that are none are left out.</summary>
    public static List<PairingRequest> ReadRequests(string file) =>
        [.. (Read(file)?["requests"] as JsonArray ?? []).OfType<JsonObject>().Select(Request).OfType<PairingRequest>()];

    /// <summary>The ids that were let in.</summary>
    public static List<string> ReadAllowed(string file) =>
        [.. (Read(file)?["allowFrom"] as JsonArray ?? []).Select(Text).OfType<string>().Select(static id => id.Trim()).Where(static id => id.Length > 0)];

    public static void WriteRequests(string file, IEnumerable<PairingRequest> requests) => Write(file, new JsonObject
    {
        ["version"] = 1,
        ["requests"] = new JsonArray([.. requests.Select(PairingJson.Of)]),
    });

    public static void WriteAllowed(string file, IEnumerable<string> ids) => Write(file, new JsonObject
    {
        ["version"] = 1,
        ["allowFrom"] = new JsonArray([.. ids.Select(static id => (JsonNode)JsonValue.Create(id)!)]),
    });

    private static JsonObject? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonNode.Parse(File.ReadAllBytes(file)) as JsonObject : null;
        }
        catch (Exception damaged) when (damaged is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Nobody is let in by a file that cannot be read; the next write puts it aside.
            return null;
        }
    }

    private static void Write(string file, JsonObject root)
    {
        if (File.Exists(file) && Read(file) is null)
            File.Move(file, file + ".damaged", overwrite: true);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_pretty))
            root.WriteTo(writer);
        buffer.WriteByte((byte)'\n');
        AtomicFile.Write(file, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static PairingRequest? Request(JsonObject entry)
    {
        // A request that does not say when it came has expired.
        if (Text(entry["id"]) is not { Length: > 0 } id || Text(entry["code"]) is not { Length: > 0 } code || Moment(entry["createdAt"]) is not { } created)
            return null;
        var meta = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in entry["meta"] as JsonObject ?? [])
        {
            if (Text(value) is { } text)
                meta[name] = text;
        }

        return new PairingRequest(id, code, created, Moment(entry["lastSeenAt"]) ?? created, meta);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static DateTimeOffset? Moment(JsonNode? node) =>
        DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;
}
