using System.Text.Json;

namespace OpenClaw.Protocol.Tests;

/// <summary>Recorded lines of the reference, copied beside the tests.</summary>
internal static class Fixture
{
    public static IEnumerable<JsonElement> Lines(string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", file)))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    /// <summary>Requests of a transcript with their answers, matched by connection and id, in the order of the requests.</summary>
    public static IEnumerable<(JsonElement Request, JsonElement Response)> Calls(string file)
    {
        var requests = new Dictionary<string, JsonElement>();
        foreach (var line in Lines(file))
        {
            if (!line.TryGetProperty("frame", out var frame))
                continue;
            var type = frame.GetProperty("type").GetString();
            var key = $"{line.GetProperty("conn")}{(frame.TryGetProperty("id", out var id) ? id.GetRawText() : "")}";
            if (type == "req")
                requests[key] = frame;
            else if (type == "res" && requests.TryGetValue(key, out var request))
                yield return (request, frame);
        }
    }
}
