using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Models;

/// <summary>
/// What a prompt asks the stub model to do: <c>[[stub {"text":…,"chunks":…,"delayMs":…,"status":…,"tool":{"name","args"},"after":…}]]</c>.
/// With a tool, the first answer calls it and the one after its result says <c>after</c>.
/// </summary>
internal sealed record StubDirective(
    string Text, int Chunks = 1, int DelayMs = 0, int Status = 200, string? Tool = null, string Arguments = "{}", string After = "tool finished")
{
    private const string Opening = "[[stub ";

    public static StubDirective In(string prompt)
    {
        var at = prompt.LastIndexOf(Opening, StringComparison.Ordinal);
        if (at < 0)
            return new StubDirective(prompt.Contains("HEARTBEAT_OK", StringComparison.Ordinal) ? "HEARTBEAT_OK" : "pong");

        // The directive ends where its JSON value ends; the text itself may hold brackets.
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(prompt[(at + Opening.Length)..]), isFinalBlock: false, state: default);
        reader.Read();
        var json = JsonNode.Parse(ref reader)!.AsObject();
        return new StubDirective(
            json["text"]?.GetValue<string>() ?? "pong",
            json["chunks"]?.GetValue<int>() ?? 1,
            json["delayMs"]?.GetValue<int>() ?? 0,
            json["status"]?.GetValue<int>() ?? 200,
            json["tool"]?["name"]?.GetValue<string>(),
            json["tool"]?["args"]?.ToJsonString() ?? "{}",
            json["after"]?.GetValue<string>() ?? "tool finished");
    }

    public IEnumerable<string> Pieces()
    {
        var size = Math.Max(1, (int)Math.Ceiling(Text.Length / (double)Chunks));
        return Text.Chunk(size).Select(piece => new string(piece));
    }
}
