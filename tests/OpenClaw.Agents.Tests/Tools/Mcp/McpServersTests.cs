using System.Diagnostics;
using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Mcp;

namespace OpenClaw.Agents.Tests.Tools.Mcp;

public class McpServersTests
{
    private static readonly string s_server = Path.Combine(AppContext.BaseDirectory, "OpenClaw.McpServer.dll");

    [Fact]
    public async Task The_tools_of_a_started_server_are_offered_and_answer()
    {
        await using var bench = Bench();
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);

        await ReadyAsync(servers);
        var tools = servers.Tools(ToolBench.Scene(bench)).ToDictionary(tool => tool.Definition.Name);
        var echo = await tools["local__echo"].UseAsync(bench, """{"text":"blåbær"}""");
        var picture = await tools["local__picture"].UseAsync(bench, "{}");
        var refused = await tools["local__fail"].UseAsync(bench, "{}");
        var big = await tools["local__big"].UseAsync(bench, "{}");

        Assert.Equal("blåbær", echo.Said());
        Assert.Equal("image/png", Assert.IsType<ContentPart.Image>(Assert.Single(picture.Content)).MimeType);
        Assert.True(refused.IsError);
        Assert.Equal("that did not work", refused.Said());
        Assert.InRange(big.Said().Length, 100_000, 100_100);
        Assert.Equal("mcp:local", tools["local__echo"].Definition.Source);
        Assert.Equal("The tool echo", tools["local__echo"].Definition.Description);
        Assert.Equal("test-server 1.2", Assert.Single(servers.Status()).Server);
    }

    [Fact]
    public async Task Names_fit_every_provider_and_schemas_are_one_flat_object()
    {
        await using var bench = Bench();
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);

        await ReadyAsync(servers);
        var tools = servers.Tools(ToolBench.Scene(bench)).Select(tool => tool.Definition).ToList();

        Assert.All(tools, tool => Assert.Matches("^[a-z0-9_-]{1,64}$", tool.Name));
        Assert.Contains("local__get_environment", tools.Select(tool => tool.Name));
        var choice = tools.Single(tool => tool.Name == "local__choice").Parameters;
        Assert.Equal(["a", "b", "c"], choice.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(["a"], choice.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.All(tools, tool => Assert.Equal("object", tool.Parameters.GetProperty("type").GetString()));
        Assert.All(tools, tool => Assert.DoesNotContain(tool.Parameters.EnumerateObject(), property => property.Name is "anyOf" or "oneOf" or "allOf"));
    }

    [Fact]
    public async Task A_server_gets_what_its_entry_names_and_no_secret_of_the_gateway()
    {
        await using var bench = new Workbench(
            Config("\"env\":{\"SERVER_KEY\":\"of-the-server\"}"),
            environment: [("PATH", Environment.GetEnvironmentVariable("PATH")!), ("OPENAI_API_KEY", "of-the-gateway"), ("LC_ALL", "C")]);
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);

        await ReadyAsync(servers);
        var said = (await Tool(servers, bench, "local__get_environment").UseAsync(bench, "{}")).Said();

        Assert.Contains("SERVER_KEY=of-the-server", said);
        Assert.Contains("LC_ALL=C", said);
        Assert.DoesNotContain("of-the-gateway", said);
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once_and_the_server_is_told()
    {
        await using var bench = Bench();
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);
        await ReadyAsync(servers);
        using var stop = new CancellationTokenSource();

        var slow = Tool(servers, bench, "local__slow").UseAsync(bench, "{}", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        await UntilAsync(async () => (await Tool(servers, bench, "local__cancelled").UseAsync(bench, "{}")).Said().Length > 0);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_an_error_that_names_the_setting()
    {
        await using var bench = new Workbench(Config("\"timeoutSeconds\":1"), environment: ("PATH", Environment.GetEnvironmentVariable("PATH")!));
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);
        await ReadyAsync(servers);

        var result = await Tool(servers, bench, "local__slow").UseAsync(bench, "{}");

        Assert.True(result.IsError);
        Assert.Contains("mcp.servers.local.timeoutSeconds", result.Field("error"));
    }

    [Fact]
    public async Task New_tools_of_a_server_appear_when_it_says_so()
    {
        await using var bench = Bench();
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);
        await ReadyAsync(servers);

        await Tool(servers, bench, "local__grow").UseAsync(bench, "{}");

        await UntilAsync(() => Task.FromResult(servers.Tools(ToolBench.Scene(bench)).Any(tool => tool.Definition.Name == "local__grown")));
    }

    [Fact]
    public async Task A_server_that_dies_is_started_again()
    {
        await using var bench = Bench();
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);
        await ReadyAsync(servers);
        var old = Tool(servers, bench, "local__die");

        var result = await old.UseAsync(bench, "{}");
        await UntilAsync(() => Task.FromResult(servers.Tools(ToolBench.Scene(bench)).FirstOrDefault(tool => tool.Definition.Name == "local__die") is { } again && again != old));
        var echo = await Tool(servers, bench, "local__echo").UseAsync(bench, """{"text":"back"}""");

        Assert.True(result.IsError);
        Assert.Equal("back", echo.Said());
    }

    [Fact]
    public async Task A_server_that_cannot_be_started_offers_nothing_and_says_why_without_its_secrets()
    {
        await using var bench = new Workbench("""{"mcp":{"servers":{"gone":{"command":"/nowhere/secret-in-path-123","env":{"KEY":"secret-in-path-123"}}}}}""");
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);

        await ReadyAsync(servers);

        var status = Assert.Single(servers.Status());
        Assert.Equal(McpServerState.Failed, status.State);
        Assert.NotNull(status.Error);
        Assert.DoesNotContain("secret-in-path-123", status.Error);
        Assert.Empty(servers.Tools(ToolBench.Scene(bench)));
    }

    [Fact]
    public async Task A_run_waits_a_few_seconds_for_a_silent_server_and_then_goes_on_without_it()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var bench = new Workbench("""{"mcp":{"servers":{"silent":{"command":"/bin/cat"}}}}""");
        await using var servers = new McpServers(bench.Agents, time);

        var ready = servers.ReadyAsync(TestContext.Current.CancellationToken);
        Assert.False(ready.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(6));
        await ready;

        Assert.Empty(servers.Tools(ToolBench.Scene(bench)));
    }

    [Fact]
    public async Task The_servers_follow_the_configuration()
    {
        await using var bench = Bench();
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);
        await ReadyAsync(servers);

        bench.Configure(Config("\"tools\":[\"echo\"]"));
        await ReadyAsync(servers);
        var one = servers.Tools(ToolBench.Scene(bench)).Select(tool => tool.Definition.Name).ToList();
        bench.Configure(Config("\"enabled\":false"));

        Assert.Equal(["local__echo"], one);
        Assert.Empty(servers.Tools(ToolBench.Scene(bench)));
        Assert.Empty(servers.Status());
    }

    [Fact]
    public async Task A_server_over_http_is_called_with_its_headers()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [s_server, "http"]) { RedirectStandardOutput = true })!;
        try
        {
            var port = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            await using var bench = new Workbench($$"""
                {"mcp":{"servers":{
                  "open":{"url":"http://127.0.0.1:{{port}}/","headers":{"X-Test-Key":"open"} },
                  "closed":{"url":"http://127.0.0.1:{{port}}/","headers":{"X-Test-Key":"wrong-key-1234"} } } } }
                """);
            await using var servers = new McpServers(bench.Agents, TimeProvider.System);

            await ReadyAsync(servers);
            var echo = await Tool(servers, bench, "open__echo").UseAsync(bench, """{"text":"over http"}""");
            var status = servers.Status().ToDictionary(server => server.Name);

            Assert.Equal("over http", echo.Said());
            Assert.Equal("http", status["open"].Transport);
            Assert.Equal(McpServerState.Failed, status["closed"].State);
            Assert.DoesNotContain("wrong-key-1234", status["closed"].Error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Against the reference server of the protocol's makers, when its program is at hand (npm: @modelcontextprotocol/server-everything).</summary>
    [Fact]
    public async Task The_reference_server_is_understood()
    {
        var program = Environment.GetEnvironmentVariable("OPENCLAW_MCP_EVERYTHING");
        Assert.SkipWhen(program is null, "OPENCLAW_MCP_EVERYTHING names no server-everything");
        await using var bench = new Workbench(
            $$"""{"mcp":{"servers":{"everything":{"command":{{JsonSerializer.Serialize(program)}} } } } }""", environment: ("PATH", Environment.GetEnvironmentVariable("PATH")!));
        await using var servers = new McpServers(bench.Agents, TimeProvider.System);

        await ReadyAsync(servers);
        var echo = await Tool(servers, bench, "everything__echo").UseAsync(bench, """{"message":"hello"}""");

        Assert.Contains("hello", echo.Said());
        Assert.True(servers.Status()[0].Tools.Count > 5);
    }

    [Fact]
    public void Two_tools_whose_names_would_read_alike_are_told_apart()
    {
        var taken = new HashSet<string>();

        Assert.Equal("a__b_c", ToolNames.Distinct(ToolNames.Of("a", "b.c"), "a", "b.c", taken));
        Assert.StartsWith("a__b_c_", ToolNames.Distinct(ToolNames.Of("a", "b/c"), "a", "b/c", taken));
    }

    private static Workbench Bench() => new(Config(), environment: ("PATH", Environment.GetEnvironmentVariable("PATH")!));

    private static string Config(string? more = null) =>
        $$"""{"mcp":{"servers":{"local":{"command":"dotnet","args":[{{JsonSerializer.Serialize(s_server)}}]{{(more is null ? "" : "," + more)}} } } } }""";

    private static Task ReadyAsync(McpServers servers) => servers.SettleAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private static ITool Tool(McpServers servers, Workbench bench, string name) =>
        servers.Tools(ToolBench.Scene(bench)).SingleOrDefault(tool => tool.Definition.Name == name)
        ?? throw new InvalidOperationException($"no tool {name}: {string.Join(", ", servers.Status())}");

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await done())
            await Task.Delay(50, enough.Token);
    }
}
