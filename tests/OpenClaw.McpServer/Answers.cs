using System.Text.Json.Nodes;

namespace OpenClaw.McpServer;

/// <summary>What the test server says.</summary>
internal sealed class Answers
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static readonly (string Name, string Schema)[] s_tools =
    [
        ("echo", """{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}"""),
        ("Get.Environment", """{"type":"object"}"""),
        ("picture", """{"type":"object"}"""),
        ("fail", """{"type":"object"}"""),
        ("big", """{"type":"object"}"""),
        ("slow", """{"type":"object"}"""),
        ("cancelled", """{"type":"object"}"""),
        ("grow", """{"type":"object"}"""),
        ("die", """{"type":"object"}"""),
        ("choice", """{"type":"object","anyOf":[{"properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["a","b"]},{"properties":{"a":{"type":"string"},"c":{"type":"number"}},"required":["a"]}]}"""),
        ("a_tool_with_a_name_that_is_so_long_that_no_provider_of_models_would_take_it_as_it_is", """{"type":"object"}"""),
    ];

    private readonly List<string> _cancelled = [];
    private bool _grown;

    public IEnumerable<JsonObject> To(JsonObject message)
    {
        var id = message["id"]?.DeepClone();
        switch ((string?)message["method"])
        {
            case "initialize":
                yield return Result(id, new JsonObject
                {
                    ["protocolVersion"] = message["params"]!["protocolVersion"]!.DeepClone(),
                    ["capabilities"] = new JsonObject { ["tools"] = new JsonObject { ["listChanged"] = true } },
                    ["serverInfo"] = new JsonObject { ["name"] = "test-server", ["version"] = "1.2" },
                });
                break;
            case "ping":
                yield return Result(id, []);
                break;
            case "tools/list":
                yield return Result(id, new JsonObject { ["tools"] = Tools() });
                break;
            case "tools/call":
                foreach (var answer in Call(id, message["params"]!.AsObject()))
                    yield return answer;
                break;
            case "notifications/cancelled":
                _cancelled.Add(message["params"]?["requestId"]?.ToJsonString() ?? "?");
                break;
            default:
                if (id is not null)
                    yield return new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["error"] = new JsonObject { ["code"] = -32601, ["message"] = "unknown method" } };
                break;
        }
    }

    private IEnumerable<JsonObject> Call(JsonNode? id, JsonObject parameters)
    {
        switch ((string?)parameters["name"])
        {
            case "echo":
                yield return Text(id, (string?)parameters["arguments"]?["text"] ?? "nothing");
                break;
            case "Get.Environment":
                yield return Text(id, string.Join('\n', Environment.GetEnvironmentVariables().Keys.Cast<string>().Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}")));
                break;
            case "picture":
                yield return Result(id, new JsonObject { ["content"] = new JsonArray(new JsonObject { ["type"] = "image", ["data"] = Pixel, ["mimeType"] = "image/png" }) });
                break;
            case "fail":
                var refusal = Text(id, "that did not work");
                refusal["result"]!["isError"] = true;
                yield return refusal;
                break;
            case "big":
                yield return Text(id, new string('x', 300_000));
                break;
            case "cancelled":
                yield return Text(id, string.Join(',', _cancelled));
                break;
            case "grow":
                _grown = true;
                yield return Text(id, "grown");
                yield return new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "notifications/tools/list_changed" };
                break;
            case "die":
                Environment.Exit(3);
                break;
            case "slow":
                break;
            default:
                yield return Text(id, "done");
                break;
        }
    }

    private JsonArray Tools()
    {
        var all = s_tools.AsEnumerable();
        if (_grown)
            all = all.Append(("grown", """{"type":"object"}"""));
        return new JsonArray([.. all.Select(tool => new JsonObject
        {
            ["name"] = tool.Item1,
            ["description"] = $"The tool {tool.Item1}",
            ["inputSchema"] = JsonNode.Parse(tool.Item2),
        })]);
    }

    private static JsonObject Text(JsonNode? id, string text) =>
        Result(id, new JsonObject { ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) });

    private static JsonObject Result(JsonNode? id, JsonObject result) => new() { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = result };
}
