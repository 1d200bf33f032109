using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Gateway.Tests.Tools.Execution;

public sealed class ExecToolTests
{
    [Fact]
    public async Task A_command_answers_with_its_output()
    {
        await using var bench = await ExecBench.StartAsync();

        var result = await bench.ExecAsync("echo full; pwd");

        Assert.Equal($"full\n{bench.Workspace}", ExecBench.TextOf(result));
        Assert.Equal("status,exitCode,durationMs,aggregated,cwd", string.Join(',', result.Details!.Value.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(("completed", "0", bench.Workspace), (ExecBench.Detail(result, "status"), ExecBench.Detail(result, "exitCode"), ExecBench.Detail(result, "cwd")));
        Assert.Equal("(no output)", ExecBench.TextOf(await bench.ExecAsync("true")));
    }

    [Fact]
    public async Task A_failure_says_how_the_command_ended()
    {
        await using var bench = await ExecBench.StartAsync();

        var failed = await bench.ExecAsync("echo oops >&2; exit 3");
        var late = await bench.ExecAsync("echo started; sleep 300", """{"timeout":0.3}""");
        var shot = await bench.ExecAsync("kill -TERM $$");

        Assert.True(failed.IsError && late.IsError && shot.IsError);
        Assert.Equal("oops\n\nCommand exited with code 3", ExecBench.Detail(failed, "error"));
        Assert.Equal("started\n\nCommand timed out after 0.3 seconds", ExecBench.Detail(late, "error"));
        Assert.Equal("Command aborted by signal SIGTERM", ExecBench.Detail(shot, "error"));
    }

    [Fact]
    public async Task Output_is_capped_and_cleaned()
    {
        await using var bench = await ExecBench.StartAsync();

        var result = await bench.ExecAsync("printf '\\033[1m\\377\\001ok\\n'; head -c 300000 /dev/zero | tr '\\0' 'x'");

        var text = ExecBench.Detail(result, "aggregated");
        Assert.InRange(text.Length, 200_000, 200_100);
        Assert.StartsWith("[the first 100004 characters were cut]", text, StringComparison.Ordinal);
        Assert.Equal("\uFFFDok", ExecBench.TextOf(await bench.ExecAsync("printf '\\033[1m\\377\\001ok\\n'")));
    }

    [Fact]
    public async Task A_slow_command_goes_on_in_the_background_and_its_end_is_told()
    {
        await using var bench = await ExecBench.StartAsync();

        var running = await bench.ExecAsync("echo one; read x; echo two:$x", """{"yieldMs":200}""");
        var id = ExecBench.Detail(running, "sessionId");
        var first = await bench.ProcessAsync("poll", id);
        await bench.ProcessAsync("write", id, """{"data":"hi\n"}""");
        await bench.NotedAsync("Exec completed");
        var last = await bench.ProcessAsync("poll", id);

        Assert.Equal("running", ExecBench.Detail(running, "status"));
        Assert.Matches("^[a-z]+-[a-z]+$", id);
        Assert.StartsWith("one\n\nIt is still running", ExecBench.TextOf(first), StringComparison.Ordinal);
        Assert.StartsWith("two:hi\n\nIt ended (code 0)", ExecBench.TextOf(last), StringComparison.Ordinal);
        Assert.Equal([$"Exec completed ({(id.Length > 8 ? id[..8] : id)}, code 0) :: one\ntwo:hi"], bench.Notes);
    }

    [Fact]
    public async Task Nothing_is_told_when_the_owner_does_not_want_it_or_ended_it_himself()
    {
        await using var bench = await ExecBench.StartAsync(new ExecConfig { Security = "full", Ask = "off", NotifyOnExit = false });
        var quiet = ExecBench.Detail(await bench.ExecAsync("read x", """{"background":true}"""), "sessionId");
        await bench.ProcessAsync("write", quiet, """{"data":"done\n"}""");
        await ExecBench.UntilAsync(() => !bench.Processes.Find("main", quiet)!.IsRunning);
        bench.Configure(new ExecConfig { Security = "full", Ask = "off" });
        var killed = ExecBench.Detail(await bench.ExecAsync("sleep 300", """{"background":true}"""), "sessionId");

        await bench.ProcessAsync("kill", killed);

        Assert.Empty(bench.Notes);
        Assert.Equal("killed", ExecBench.Detail(await bench.ProcessAsync("poll", killed), "status"));
    }

    [Fact]
    public async Task Sessions_of_other_agents_are_unknown()
    {
        await using var bench = await ExecBench.StartAsync();
        var id = ExecBench.Detail(await bench.ExecAsync("sleep 300", """{"background":true}"""), "sessionId");

        var foreign = await bench.ProcessAsync("log", id, agent: "other");

        Assert.True(foreign.IsError);
        Assert.Contains("there is no session", ExecBench.TextOf(foreign), StringComparison.Ordinal);
        Assert.Equal("No commands run or ran lately.", ExecBench.TextOf(await bench.ProcessAsync("list", agent: "other")));
        Assert.StartsWith($"{id} running", ExecBench.TextOf(await bench.ProcessAsync("list")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_read_in_parts()
    {
        await using var bench = await ExecBench.StartAsync();
        var id = ExecBench.Detail(await bench.ExecAsync("read go; seq 1 100", """{"background":true}"""), "sessionId");
        await bench.ProcessAsync("write", id, """{"data":"go\n"}""");
        await ExecBench.UntilAsync(() => !bench.Processes.Find("main", id)!.IsRunning);

        Assert.Equal("99\n100", ExecBench.TextOf(await bench.ProcessAsync("log", id, """{"limit":2}""")));
        Assert.Equal("11\n12", ExecBench.TextOf(await bench.ProcessAsync("log", id, """{"offset":10,"limit":2}""")));
        Assert.Equal(100, ExecBench.TextOf(await bench.ProcessAsync("log", id)).Split('\n').Length);
        Assert.False((await bench.ProcessAsync("remove", id)).IsError);
        Assert.True((await bench.ProcessAsync("poll", id)).IsError);
    }

    [Fact]
    public async Task A_terminal_takes_keys()
    {
        await using var bench = await ExecBench.StartAsync();
        var id = ExecBench.Detail(await bench.ExecAsync("test -t 0 && echo tty; cat; echo never", """{"pty":true,"background":true}"""), "sessionId");

        await bench.ProcessAsync("send-keys", id, """{"literal":"abc","keys":["Enter"]}""");
        await ExecBench.UntilAsync(() => bench.Processes.Find("main", id)!.Output.Text.Split("abc").Length > 2);
        await bench.ProcessAsync("send-keys", id, """{"keys":["C-c"]}""");
        await ExecBench.UntilAsync(() => !bench.Processes.Find("main", id)!.IsRunning);

        Assert.Contains("tty", bench.Processes.Find("main", id)!.Output.Text, StringComparison.Ordinal);
        Assert.True((await bench.ProcessAsync("send-keys", id, """{"keys":["NoSuchKey"]}""")).IsError);
    }

    [Fact]
    public async Task Progress_is_told_while_a_command_runs()
    {
        await using var bench = await ExecBench.StartAsync();
        var heard = new List<string>();

        await bench.UseAsync(
            "exec", new JsonObject { ["command"] = "for i in 1 2 3 4; do echo $i; sleep 0.3; done" }, progress: partial => heard.Add(ExecBench.TextOf(partial)));

        Assert.Contains(heard, text => text.StartsWith("1\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stopped_run_ends_its_command()
    {
        await using var bench = await ExecBench.StartAsync();
        using var stop = new CancellationTokenSource();
        var pidFile = Path.Combine(bench.Workspace, "pid");

        var running = bench.UseAsync("exec", new JsonObject { ["command"] = "sleep 300 & echo $! > pid; wait" }, ct: stop.Token);
        await ExecBench.UntilAsync(() => File.Exists(pidFile) && File.ReadAllText(pidFile).EndsWith('\n'));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        var pid = int.Parse(await File.ReadAllTextAsync(pidFile, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        await ExecBench.UntilAsync(() => IsGone(pid));
    }

    [Fact]
    public async Task Everything_ends_when_the_gateway_stops()
    {
        int pid;
        int grandchild;
        await using (var bench = await ExecBench.StartAsync())
        {
            var running = await bench.ExecAsync("trap '' TERM; sleep 300 & echo $!; wait", """{"yieldMs":300}""");
            pid = int.Parse(ExecBench.Detail(running, "pid"), CultureInfo.InvariantCulture);
            grandchild = int.Parse(ExecBench.Detail(running, "tail"), CultureInfo.InvariantCulture);
            Assert.False(IsGone(pid) || IsGone(grandchild));
        }

        await ExecBench.UntilAsync(() => IsGone(pid) && IsGone(grandchild));
    }

    [Fact]
    public async Task The_environment_holds_no_secrets_and_no_hooks()
    {
        await using var bench = await ExecBench.StartAsync();

        var result = await bench.ExecAsync("env", """{"env":{"MINE":"1","LD_PRELOAD":"/x.so","PATH":"/x","BASH_ENV":"/x"}}""");

        Assert.StartsWith("Not set, because they change which code programs load: LD_PRELOAD, PATH, BASH_ENV.", ExecBench.TextOf(result), StringComparison.Ordinal);
        var names = ExecBench.Detail(result, "aggregated").Split('\n').Select(line => line.Split('=')[0]).Order().ToList();
        Assert.Equal(["MINE", "OPENCLAW_EXEC_ID", "PATH", "PWD"], names.Where(name => name is not ("_" or "OLDPWD" or "SHLVL")));
    }

    [Theory]
    [InlineData("""{"host":"node"}""", "host=node is not allowed here")]
    [InlineData("""{"security":"everything"}""", "security must be")]
    [InlineData("""{"ask":"never"}""", "ask must be")]
    [InlineData("""{"env":[1]}""", "env must be an object")]
    public async Task Wrong_arguments_are_named(string more, string expected)
    {
        await using var bench = await ExecBench.StartAsync();

        Assert.Contains(expected, ExecBench.TextOf(await bench.ExecAsync("true", more)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_a_warning()
    {
        await using var bench = await ExecBench.StartAsync();

        var result = await bench.ExecAsync("pwd", """{"workdir":"nowhere"}""");

        Assert.Equal($"The folder nowhere does not exist; the workspace is used instead.\n\n{bench.Workspace}", ExecBench.TextOf(result));
    }

    internal static bool IsGone(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is 'Z' or 'X';
        }
        catch (IOException)
        {
            return true;
        }
    }
}
