using OpenClaw.Channels.Sidecars.Install;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Tests.Sidecars;

public sealed class NodeRuntimeTests : IDisposable
{
    private const string Key = "channels.whatsapp.sidecar.node";
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_config_comes_before_the_environment_and_that_before_path()
    {
        var (one, two, three) = (Node("one", "v20.1.0"), Node("two", "v22.2.0"), Node("three", "v24.3.0"));
        var path = new Dictionary<string, string> { ["PATH"] = $"{_folder["nothing"]}:{_folder["three"]}:/usr/bin:/bin" };
        var environment = new Dictionary<string, string>(path) { ["OPENCLAW_NODE"] = two };

        Assert.Equal((one, new Version(20, 1, 0)), await FoundAsync(one, environment));
        Assert.Equal((two, new Version(22, 2, 0)), await FoundAsync(null, environment));
        Assert.Equal((three, new Version(24, 3, 0)), await FoundAsync(null, path));
    }

    [Fact]
    public async Task None_at_all_is_told_with_the_ways_out()
    {
        var problem = await ProblemAsync(null, new Dictionary<string, string> { ["PATH"] = _folder["nothing"] });

        Assert.All(["Node.js 20", "apt-get install nodejs npm", Key, "OPENCLAW_NODE"], part => Assert.Contains(part, problem));
    }

    [Fact]
    public async Task One_that_is_too_old_is_named_with_its_version() =>
        Assert.Contains("is Node.js 18.19.1; 20 or newer is needed", await ProblemAsync(Node("old", "v18.19.1"), []));

    [Fact]
    public async Task One_that_is_not_there_is_named_with_the_key() =>
        Assert.Contains($"{Key} names /nowhere/node, which does not exist", await ProblemAsync("/nowhere/node", []));

    [Fact]
    public async Task Something_else_is_no_node() =>
        Assert.Contains("is it Node.js?", await ProblemAsync(_folder.Script("not/node", "echo hello"), []));

    [Fact]
    public async Task A_program_that_cannot_run_is_no_exception() =>
        Assert.Contains("is it Node.js?", await ProblemAsync(_folder.Write("node", "text"), []));

    private string Node(string folder, string version) => _folder.Script($"{folder}/node", $"[ \"$1\" = --version ] && echo {version}");

    private static async Task<(string, Version)> FoundAsync(string? configured, Dictionary<string, string> environment)
    {
        var (node, problem) = await NodeRuntime.FindAsync(configured, Key, new EnvironmentVariables(environment), TestContext.Current.CancellationToken);
        Assert.Null(problem);
        return (node!.Path, node.Version);
    }

    private static async Task<string> ProblemAsync(string? configured, Dictionary<string, string> environment)
    {
        var (node, problem) = await NodeRuntime.FindAsync(configured, Key, new EnvironmentVariables(environment), TestContext.Current.CancellationToken);
        Assert.Null(node);
        return problem!;
    }
}
