using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tests.Tools.Execution;

/// <summary>A real gateway whose tools are used directly.</summary>
internal sealed class ExecBench : IAsyncDisposable
{
    public const string Main = "agent:main:main";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private ExecBench(TestGateway gateway) => Gateway = gateway;

    public TestGateway Gateway { get; }

    public string Workspace => Gateway.Parts.Conversations.Agents.Workspace("main");

    public ProcessSessions Processes => Gateway.Parts.Execution.Processes;

    /// <summary>The gates are off unless a configuration is given.</summary>
    public static async Task<ExecBench> StartAsync(ExecConfig? exec = null)
    {
        var bench = new ExecBench(await TestGateway.StartAsync());
        bench.Configure(exec ?? new ExecConfig { Security = "full", Ask = "off" });
        Directory.CreateDirectory(bench.Workspace);
        return bench;
    }

    public void Configure(ExecConfig exec) => Gateway.ChangeConfig(config => config with { Exec = exec });

    public Task<ToolResult> ExecAsync(string command, string more = "{}", string agent = "main")
    {
        var arguments = (JsonObject)JsonNode.Parse(more)!;
        arguments["command"] = command;
        return UseAsync("exec", arguments, agent);
    }

    public Task<ToolResult> ProcessAsync(string action, string? session = null, string more = "{}", string agent = "main")
    {
        var arguments = (JsonObject)JsonNode.Parse(more)!;
        arguments["action"] = action;
        if (session is not null)
            arguments["sessionId"] = session;
        return UseAsync("process", arguments, agent);
    }

    public async Task<ToolResult> UseAsync(string name, JsonObject arguments, string agent = "main", Action<ToolResult>? progress = null, CancellationToken? ct = null)
    {
        var scene = new ToolScene
        {
            RunId = "r",
            SessionKey = $"agent:{agent}:main",
            AgentId = agent,
            Workspace = Workspace,
            Caller = new RunCaller(RunOrigin.Operator, ["operator.admin"], IsOwner: true),
        };
        var tool = Gateway.Parts.Conversations.Tools.For(scene).Single(tool => tool.Definition.Name == name);
        using var document = JsonDocument.Parse(arguments.ToJsonString());
        return await tool.RunAsync(
            new ToolCall { Id = "c", Arguments = document.RootElement.Clone(), Scene = scene, Progress = progress }, ct ?? TestContext.Current.CancellationToken);
    }

    public IReadOnlyList<string> Notes => [.. Gateway.Parts.Conversations.Notes.Peek(Main).Select(note => note.Text)];

    public Task NotedAsync(string beginning) => UntilAsync(() => Notes.Any(note => note.StartsWith(beginning, StringComparison.Ordinal)));

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        while (!condition())
            await Task.Delay(10, patience.Token);
    }

    public static string TextOf(ToolResult result) => string.Concat(result.Content.OfType<ContentPart.Text>().Select(part => part.Value));

    public static string Detail(ToolResult result, string name) => result.Details!.Value.GetProperty(name).ToString();

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
