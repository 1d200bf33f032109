using System.Text.Json.Nodes;

namespace OpenClaw.Cli.Tests.Program;

public sealed class AgentsTests : IDisposable
{
    private readonly Installation _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task An_agent_is_added_described_listed_and_deleted_without_losing_a_file()
    {
        _machine.WriteConfig("{\n  // mine\n  gateway: { mode: 'local' },\n}\n");
        var workspace = Path.Combine(_machine.Home, "ops");

        var added = await _machine.RunAsync("agents", "add", "Ops Team", "--workspace", workspace, "--model", "openai/gpt-5", "--bind", "telegram:biz", "--non-interactive", "--json");
        var again = await _machine.RunAsync("agents", "add", "ops-team", "--workspace", workspace);
        var named = await _machine.RunAsync("agents", "set-identity", "--workspace", workspace, "--name", "Otto", "--emoji", "O");
        var list = JsonNode.Parse((await _machine.RunAsync("agents", "list", "--json", "--bindings")).Output)!.AsArray();

        Assert.Equal("ops-team", (string?)JsonNode.Parse(added.Output)!["agentId"]);
        Assert.Equal(1, again.ExitCode);
        Assert.Equal(0, named.ExitCode);
        Assert.True(File.Exists(Path.Combine(workspace, "AGENTS.md")));
        Assert.Equal(["main", "ops-team"], list.Select(static one => (string?)one!["id"]));
        Assert.True((bool)list[0]!["isDefault"]!);
        Assert.Equal("Otto", (string?)list[1]!["identityName"]);
        Assert.Equal("telegram account=biz", (string?)list[1]!["bindingDetails"]![0]);

        Assert.Equal(1, (await _machine.RunAsync("agents", "delete", "ops-team")).ExitCode);
        var deleted = JsonNode.Parse((await _machine.RunAsync("agents", "delete", "ops-team", "--force", "--json")).Output)!;
        var config = await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken);

        Assert.Equal(1, (int)deleted["removedBindings"]!);
        Assert.False(Directory.Exists(workspace));
        Assert.Single(Directory.GetFiles(Path.Combine(_machine.StateDir, "trash"), "AGENTS.md", SearchOption.AllDirectories));
        Assert.DoesNotContain("ops-team", config, StringComparison.Ordinal);
        Assert.Contains("// mine", config, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_others_use_stays_when_an_agent_goes()
    {
        var shared = Path.Combine(_machine.Home, "shared");
        Directory.CreateDirectory(shared);
        _machine.WriteConfig($"{{ agents: {{ list: [{{ id: 'main', workspace: '{shared}' }}, {{ id: 'two', workspace: '{shared}' }}] }} }}");

        var result = await _machine.RunAsync("agents", "delete", "two", "--force");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("stays", result.Error, StringComparison.Ordinal);
        Assert.True(Directory.Exists(shared));
    }

    [Theory]
    [InlineData("add", "main", "--workspace", "/tmp/x")]
    [InlineData("add", "x", "--non-interactive")]
    [InlineData("add", "---", "--workspace", "/tmp/x")]
    [InlineData("delete", "main", "--force")]
    [InlineData("delete", "nobody", "--force")]
    [InlineData("set-identity", "--agent", "main")]
    public async Task A_mistake_is_named_and_changes_nothing(params string[] arguments)
    {
        _machine.WriteConfig("{}");

        var result = await _machine.RunAsync(["agents", .. arguments]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("{}", await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken));
    }
}
