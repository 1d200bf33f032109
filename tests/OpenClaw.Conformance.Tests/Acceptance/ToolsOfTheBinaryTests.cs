using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>Tools that bring libraries of others into the native binary: each is used by a run of a scripted model.</summary>
[Trait("Category", "Acceptance")]
public class ToolsOfTheBinaryTests
{
    [Fact]
    public async Task A_run_finds_a_note_with_the_database_library_beside_the_program()
    {
        var result = await UseAsync("memory_search", """{"query":"rødgrød"}""", prepare: home =>
        {
            Directory.CreateDirectory(Path.Combine(home.Workspace, "memory"));
            File.WriteAllText(Path.Combine(home.Workspace, "memory", "dinner.md"), "We had rødgrød on Sunday.\n");
        });

        Assert.Contains("memory/dinner.md", result);
        Assert.Contains("\"provider\": \"keyword\"", result);
    }

    [Fact]
    public async Task A_run_uses_a_tool_of_a_started_server()
    {
        var result = await UseAsync("local__echo", """{"text":"through the pipe"}""", config => config["mcp"] = new JsonObject
        {
            ["servers"] = new JsonObject
            {
                ["local"] = new JsonObject
                {
                    ["command"] = "dotnet",
                    ["args"] = new JsonArray(Path.Combine(AppContext.BaseDirectory, "OpenClaw.McpServer.dll")),
                },
            },
        });

        Assert.Equal("through the pipe", result);
    }

    [Fact]
    public async Task A_run_cannot_fetch_from_the_machine_itself()
    {
        var result = await UseAsync("web_fetch", """{"url":"http://0x7f.1:1/"}""");

        Assert.Contains("Blocked: private/internal IP address", result);
    }

    [Fact]
    public async Task The_command_line_searches_notes_and_lists_the_tools_of_servers()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var model = await StubModelServer.StartAsync(ct);
        using var home = new PrivateHome();
        var config = RecordedConfig.For(home, GatewayProcess.FreePort(), model.Port);
        config["mcp"] = new JsonObject { ["servers"] = new JsonObject { ["gone"] = new JsonObject { ["command"] = "/nowhere/at-all" } } };
        home.WriteConfig(config);
        Directory.CreateDirectory(home.Workspace);
        await File.WriteAllTextAsync(Path.Combine(home.Workspace, "MEMORY.md"), "The anchor is in the shed.", ct);

        var search = await Cli.RunAsync(home, ct, "memory", "search", "anchor", "--json");
        var status = await Cli.RunAsync(home, ct, "memory", "status", "--json");
        var servers = await Cli.RunAsync(home, ct, "mcp", "list", "--json");

        Assert.Equal("MEMORY.md", JsonNode.Parse(search.Output)!["results"]![0]!["path"]!.GetValue<string>());
        Assert.Equal(1, JsonNode.Parse(status.Output)!["files"]!.GetValue<int>());
        Assert.Equal("failed", JsonNode.Parse(servers.Output)!["servers"]![0]!["state"]!.GetValue<string>());
    }

    /// <summary>What the model is told after it called the tool.</summary>
    private static async Task<string> UseAsync(string tool, string arguments, Action<JsonObject>? configure = null, Action<PrivateHome>? prepare = null)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var model = await StubModelServer.StartAsync(ct);
        using var home = new PrivateHome();
        var port = GatewayProcess.FreePort();
        var config = RecordedConfig.For(home, port, model.Port);
        configure?.Invoke(config);
        home.WriteConfig(config);
        prepare?.Invoke(home);
        await using var gateway = await GatewayProcess.StartAsync(home, port, ct);
        await using var me = await Operator.ConnectAsync(gateway, ct);

        var prompt = $$$"""use it [[stub {"text":"calling","tool":{"name":"{{{tool}}}","args":{{{arguments}}}},"after":"done"}]]""";
        await me.CallAsync("chat.send", new JsonObject { ["sessionKey"] = "main", ["message"] = prompt, ["idempotencyKey"] = "run-1" }, ct);
        var events = await me.ChatAsync("run-1", ct);
        Assert.Equal("final", events[^1]["state"]!.GetValue<string>());

        Assert.Equal(2, model.Requests.Count);
        var last = (JsonArray)model.Requests.Last().Body["messages"]!;
        var said = last.Last(message => message!["role"]!.GetValue<string>() == "tool")!["content"]!;
        return said is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : said.GetValue<string>();
    }
}
