using System.Text.Json.Nodes;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Gateway.Tests.Tools.Execution;

public sealed class ExecApprovalTests
{
    [Fact]
    public async Task A_command_waits_for_the_owner_by_default_and_its_result_comes_by_itself()
    {
        await using var bench = await ExecBench.StartAsync(new ExecConfig());
        await using var operatorClient = await bench.Gateway.ConnectAsync();

        var result = await bench.ExecAsync("echo hi > made.txt; cat made.txt");
        var asked = (await operatorClient.EventAsync("exec.approval.requested"))["payload"]!;

        Assert.False(File.Exists(Path.Combine(bench.Workspace, "made.txt")));
        Assert.Equal(
            "status,approvalId,approvalSlug,expiresAtMs,host,command,cwd", string.Join(',', result.Details!.Value.EnumerateObject().Select(member => member.Name)));
        Assert.Equal((string?)asked["id"], ExecBench.Detail(result, "approvalId"));
        Assert.Equal(("gateway", "allowlist", "on-miss"), ((string?)asked["request"]!["host"], (string?)asked["request"]!["security"], (string?)asked["request"]!["ask"]));
        var answer = await operatorClient.RequestAsync(
            "exec.approval.resolve", new JsonObject { ["id"] = (string?)asked["id"], ["decision"] = "allow-once" });

        Assert.True((bool?)answer["ok"]);
        await bench.NotedAsync("Exec finished");
        Assert.EndsWith("code 0) :: hi", Assert.Single(bench.Notes), StringComparison.Ordinal);
        var again = await operatorClient.RequestAsync(
            "exec.approval.resolve", new JsonObject { ["id"] = (string?)asked["id"], ["decision"] = "deny" });
        Assert.Equal("unknown approval id", (string?)again["error"]!["message"]);
    }

    [Theory]
    [InlineData("""{"approved":true}""")]
    [InlineData("""{"approvalDecision":"allow-always"}""")]
    [InlineData("""{"approved":true,"approvalDecision":"allow-once","approvalId":"x"}""")]
    [InlineData("""{"security":"full","ask":"off"}""")]
    [InlineData("""{"host":"sandbox"}""")]
    [InlineData("""{"elevated":true}""")]
    [InlineData("""{"background":true}""")]
    [InlineData("""{"pty":true}""")]
    public async Task What_the_caller_claims_approves_nothing(string more)
    {
        await using var bench = await ExecBench.StartAsync(new ExecConfig());

        var result = await bench.ExecAsync("touch made", more);

        Assert.Equal("approval-pending", ExecBench.Detail(result, "status"));
        Assert.Empty(bench.Processes.Of("main"));
        Assert.False(File.Exists(Path.Combine(bench.Workspace, "made")));
        Assert.Equal(more.Contains("approv", StringComparison.Ordinal), bench.Gateway.Log.Lines.Any(line => line.Text.Contains("only the gateway decides", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refusal_is_told_and_nothing_runs()
    {
        await using var bench = await ExecBench.StartAsync(new ExecConfig());

        var result = await bench.ExecAsync("touch made");
        Assert.Null(bench.Gateway.Parts.Execution.Desk.Resolve(ExecBench.Detail(result, "approvalSlug"), "deny", "me"));

        await bench.NotedAsync("Exec denied");
        Assert.Empty(bench.Processes.Of("main"));
    }

    [Fact]
    public async Task Always_lists_the_executables_and_the_next_time_nobody_is_asked()
    {
        await using var bench = await ExecBench.StartAsync(new ExecConfig());
        var pending = await bench.ExecAsync("ls -a && cat");

        Assert.Null(bench.Gateway.Parts.Execution.Desk.Resolve(ExecBench.Detail(pending, "approvalId"), "allow-always", "me"));
        await bench.NotedAsync("Exec running");
        var direct = await bench.ExecAsync("ls -a");

        Assert.Equal("completed", ExecBench.Detail(direct, "status"));
        var entries = bench.Gateway.Parts.Execution.Approvals.Read().File.Agents!["main"].Allowlist!;
        Assert.Equal(2, entries.Count);
        Assert.Equal("ls -a", entries[0].LastUsedCommand);
        Assert.Equal("approval-pending", ExecBench.Detail(await bench.ExecAsync("ls | sh"), "status"));
    }

    [Fact]
    public async Task Nobody_is_asked_when_asking_is_off()
    {
        await using var bench = await ExecBench.StartAsync(new ExecConfig { Ask = "off" });

        var result = await bench.ExecAsync("touch made");

        Assert.True(result.IsError);
        Assert.Contains("was not run", ExecBench.TextOf(result), StringComparison.Ordinal);
        Assert.Empty(bench.Gateway.Parts.Execution.Desk.Pending);
    }

    [Fact]
    public async Task The_file_can_only_make_it_stricter()
    {
        await using var bench = await ExecBench.StartAsync();
        await bench.Gateway.Parts.Execution.Approvals.SetAsync(
            new ExecApprovalsFile { Version = 1, Defaults = new ExecApprovalsDefaults { Security = "deny" } }, null, TestContext.Current.CancellationToken);

        Assert.Contains("security=deny", ExecBench.TextOf(await bench.ExecAsync("true")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_judged_is_what_runs_although_another_file_came_first_meanwhile()
    {
        await using var bench = await ExecBench.StartAsync(new ExecConfig());
        var (first, second) = (Path.Combine(bench.Workspace, "first"), Path.Combine(bench.Workspace, "second"));
        bench.Configure(new ExecConfig { PathPrepend = [first, second] });
        Executable(Path.Combine(second, "job"), "echo genuine");
        var pending = await bench.ExecAsync("job");
        Executable(Path.Combine(first, "job"), "echo planted");

        Assert.Null(bench.Gateway.Parts.Execution.Desk.Resolve(ExecBench.Detail(pending, "approvalId"), "allow-once", "me"));

        await bench.NotedAsync("Exec finished");
        Assert.EndsWith(":: genuine", bench.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_dropped_when_the_gateway_stops()
    {
        var bench = await ExecBench.StartAsync(new ExecConfig());
        await bench.Gateway.Parts.Execution.Approvals.SetAsync(
            new ExecApprovalsFile { Version = 1, Defaults = new ExecApprovalsDefaults { AskFallback = "full" } }, null, TestContext.Current.CancellationToken);
        Task<ToolResult> asked = bench.ExecAsync("touch ../made");
        await asked;
        var desk = bench.Gateway.Parts.Execution.Desk;

        await bench.Gateway.RestartAsync();

        Assert.Empty(desk.Pending);
        Assert.Empty(bench.Gateway.Parts.Execution.Desk.Pending);
        Assert.False(File.Exists(Path.Combine(bench.Workspace, "..", "made")));
        await bench.DisposeAsync();
    }

    [Fact]
    public async Task A_tool_cannot_write_what_may_be_run_without_asking()
    {
        await using var bench = await ExecBench.StartAsync(new ExecConfig());
        await bench.Gateway.Parts.Execution.Approvals.AllowAsync("main", [Path.Combine(bench.Workspace, "bin", "*")], TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(Path.Combine(bench.Workspace, "link"), Path.Combine(bench.Workspace, "bin"));

        foreach (var path in new[] { "bin/job", "link/job", "/usr/bin/grep", "../exec-approvals.json" })
            Assert.True((await bench.UseAsync("write", new JsonObject { ["path"] = path, ["content"] = "#!/bin/sh\nid" })).IsError, path);

        Assert.False(File.Exists(Path.Combine(bench.Workspace, "bin", "job")));
    }

    [Fact]
    public async Task A_session_that_should_be_sandboxed_does_not_run_on_the_host()
    {
        await using var bench = await ExecBench.StartAsync();
        bench.Gateway.ChangeConfig(config => config with
        {
            Agents = config.Agents with { Defaults = config.Agents.Defaults with { Raw = (JsonObject)JsonNode.Parse("""{"sandbox":{"mode":"non-main"}}""")! } },
        });
        var agents = bench.Gateway.Parts.Conversations.Agents;

        Assert.Null(SandboxCheck.Problem(agents, "main", ExecBench.Main));
        Assert.Contains("agents.defaults.sandbox.mode", SandboxCheck.Problem(agents, "main", "agent:main:telegram:group:1"), StringComparison.Ordinal);
    }

    private static void Executable(string path, string body)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
