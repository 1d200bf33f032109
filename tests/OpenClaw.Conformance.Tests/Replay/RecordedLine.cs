using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>One line of a recording.</summary>
internal sealed record RecordedLine(int Number, JsonObject Json)
{
    public bool IsNote => Text("dir") == "note";

    public bool FromClient => Text("dir") == "c2s";

    public string Connection => Text("conn") ?? "";

    public double AtMs => Json["t_ms"]?.GetValue<double>() ?? 0;

    public JsonNode? Frame => Json["frame"];

    public JsonObject? FrameObject => Json["frame"] as JsonObject;

    public JsonObject? Open => Json["open"] as JsonObject;

    public JsonObject? Close => Json["close"] as JsonObject;

    public bool IsHttp => Json.ContainsKey("http");

    public string? Raw => Text("raw");

    public string? Binary => Text("binary");

    public bool IsOversize => Json.ContainsKey("oversize");

    public string? Note => Text("text");

    public bool IsResponse => !FromClient && FrameObject?["type"]?.GetValue<string>() == "res";

    public bool IsEvent => !FromClient && FrameObject?["type"]?.GetValue<string>() == "event";

    private string? Text(string name) => Json[name]?.GetValue<string>();
}
