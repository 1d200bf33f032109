using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Files;

namespace OpenClaw.Agents.Tests.Tools.Files;

/// <summary>The file tools on a workspace in a temporary home.</summary>
internal sealed class FileBench : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FileTools _tools;

    public FileBench()
    {
        Home = Path.Combine(_folder.Path, "home");
        State = Path.Combine(Home, ".openclaw");
        Workspace = Path.Combine(State, "workspace");
        Directory.CreateDirectory(Workspace);
        _tools = new FileTools(
            Home, new FileAccessRules(State, () => [Workspace], () => [Path.Combine(State, "openclaw.json")]), (_, _) => true);
    }

    public string Home { get; }

    public string State { get; }

    public string Workspace { get; }

    public string At(string name) => Path.Combine(Workspace, name);

    public void Dispose() => _folder.Dispose();

    public async Task<ToolResult> UseAsync(string name, JsonObject arguments)
    {
        var scene = new ToolScene
        {
            RunId = "r",
            SessionKey = "agent:main:main",
            AgentId = "main",
            Workspace = Workspace,
            Caller = new RunCaller(RunOrigin.Operator, ["operator.admin"], IsOwner: true),
            Model = new ModelInfo { Ref = new ModelRef("openai", "gpt-5"), Name = "gpt-5", Api = "openai-completions", BaseUrl = "http://127.0.0.1:9" },
        };
        var tool = _tools.Tools(scene).Single(tool => tool.Definition.Name == name);
        using var document = JsonDocument.Parse(arguments.ToJsonString());
        return await tool.RunAsync(
            new ToolCall { Id = "c", Arguments = document.RootElement.Clone(), Scene = scene }, TestContext.Current.CancellationToken);
    }

    public static string TextOf(ToolResult result) => string.Concat(result.Content.OfType<ContentPart.Text>().Select(part => part.Value));
}
