using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>A scenario as it was recorded.</summary>
internal sealed record Recording(string Scenario, IReadOnlyList<RecordedLine> Lines)
{
    public static Recording Load(string scenario)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", scenario + ".jsonl");
        var lines = File.ReadLines(path).Select((text, index) => new RecordedLine(index + 1, (JsonObject)JsonNode.Parse(text)!));
        return new Recording(scenario, [.. lines]);
    }

    /// <summary>The recorded answer to a request; for two-stage answers the first.</summary>
    public RecordedLine? AnswerTo(RecordedLine request)
    {
        var id = request.FrameObject?["id"]?.ToJsonString();
        return Lines.FirstOrDefault(l => l.Number > request.Number && l.IsResponse && l.Connection == request.Connection
            && l.FrameObject!["id"]!.ToJsonString() == id);
    }

    /// <summary>Epoch milliseconds at which a line was recorded: the first challenge carries the time of day.</summary>
    public long WrittenAt(RecordedLine line)
    {
        var challenge = Lines.First(static l => l.FrameObject?["payload"]?["ts"] is not null);
        return challenge.FrameObject!["payload"]!["ts"]!.GetValue<long>() + (long)(line.AtMs - challenge.AtMs);
    }
}
