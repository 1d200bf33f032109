using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Nodes.Tests.Execution;

public sealed class ChildProcessTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_command_hands_over_its_output_and_its_exit_code()
    {
        var output = new StringBuilder();
        await using var child = Start("printf 'one\\n'; printf two >&2; exit 3", output);

        var exit = await child.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        Assert.Equal(new ChildExit(3, null), exit);
        Assert.Equal("one\ntwo", output.ToString());
    }

    [Fact]
    public async Task What_is_written_arrives_and_the_end_of_input_too()
    {
        var output = new StringBuilder();
        await using var child = Start("cat", output, input: true);

        Assert.True(child.Write("hello"u8));
        child.CloseInput();
        await child.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        Assert.Equal("hello", output.ToString());
        Assert.False(child.Write("late"u8));
    }

    [Theory]
    [InlineData("sleep 300 & sleep 300 & echo $! ; wait")]
    [InlineData("trap '' TERM INT HUP; (trap '' TERM; sleep 300) & echo $!; wait")]
    [InlineData("setsid sleep 300 & echo $!; wait")]
    [InlineData("(setsid sh -c 'sleep 300' & echo $!) ; sleep 300")]
    public async Task Ending_a_command_ends_everything_it_started(string command)
    {
        var output = new StringBuilder();
        await using var child = Start(command, output);
        await Until(() => output.ToString().Contains('\n', StringComparison.Ordinal));
        var grandchild = int.Parse(output.ToString().Trim(), CultureInfo.InvariantCulture);

        child.KillTree();
        var exit = await child.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        Assert.Equal("SIGKILL", exit.Signal);
        await Until(() => !Runs(grandchild));
        Assert.False(Runs(child.Id));
    }

    [Fact]
    public async Task A_command_is_over_when_what_it_left_in_its_group_is_over()
    {
        var output = new StringBuilder();
        await using var child = Start("sleep 300 >/dev/null 2>&1 & echo $!", output);

        var exit = await child.Exited.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        Assert.Equal(0, exit.Code);
        Assert.False(child.Completion.IsCompleted);
        child.KillTree();
        await child.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.False(Runs(int.Parse(output.ToString().Trim(), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_daemon_that_keeps_the_output_open_holds_nobody_up()
    {
        var output = new StringBuilder();
        await using var child = Start("setsid sleep 300 & echo $!; exit 0", output);

        await child.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        Process.GetProcessById(int.Parse(output.ToString().Trim(), CultureInfo.InvariantCulture)).Kill();
    }

    [Fact]
    public async Task A_finished_command_leaves_no_zombie()
    {
        var output = new StringBuilder();
        await using var child = Start("true", output);

        await child.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        Assert.False(Directory.Exists($"/proc/{child.Id}"));
    }

    [Fact]
    public async Task A_terminal_is_a_terminal()
    {
        var output = new StringBuilder();
        await using var child = Start("test -t 0 && test -t 1 && tty && read x && echo got:$x", output, terminal: true);

        Assert.True(child.Write("abc\n"u8));
        var exit = await child.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        Assert.Equal(0, exit.Code);
        Assert.Contains("/dev/pts/", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("got:abc", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_started_says_why()
    {
        var problem = Assert.Throws<IOException>(() => ChildProcess.Start(
            new ChildStart { Executable = "/nowhere/x", Arguments = [], Directory = "/", Environment = new Dictionary<string, string>() }, _ => { }));

        Assert.StartsWith("/nowhere/x could not be started", problem.Message, StringComparison.Ordinal);
    }

    internal static ChildProcess Start(string command, StringBuilder output, bool input = false, bool terminal = false) => ChildProcess.Start(
        new ChildStart
        {
            Executable = "/bin/sh",
            Arguments = ["-c", command],
            Directory = Path.GetTempPath(),
            Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" },
            Input = input,
            Terminal = terminal,
        },
        data =>
        {
            lock (output)
                output.Append(Encoding.UTF8.GetString(data.Span));
        });

    internal static bool Runs(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    internal static async Task Until(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        while (!condition())
            await Task.Delay(10, patience.Token);
    }
}
