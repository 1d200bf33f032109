using System.CommandLine;
using OpenClaw.Cli.Commands.Logs;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw logs</c> (spec 04 §5.3): the gateway's log file, over RPC.</summary>
internal static class LogsCommand
{
    private const int MaxLines = 5_000;
    private const int MaxBytes = 1_000_000;

    public static Command Build(CliContext context)
    {
        var command = new Command("logs", "Show the end of the gateway's log, and follow it on wish.");
        var limit = new Option<int>("--limit") { Description = "Lines (default 200)", HelpName = "n", DefaultValueFactory = _ => 200 };
        var bytes = new Option<int>("--max-bytes") { Description = "Bytes to look at (default 250000)", HelpName = "n", DefaultValueFactory = _ => 250_000 };
        var follow = new Option<bool>("--follow", "-f") { Description = "Keep showing new lines" };
        var interval = new Option<int>("--interval") { Description = "Time between looks with --follow (default 1000)", HelpName = "ms", DefaultValueFactory = _ => 1_000 };
        var plain = new Option<bool>("--plain") { Description = "The plain form, also on a terminal" };
        foreach (var option in (Option[])[limit, bytes, follow, interval, plain])
            command.Options.Add(option);
        var remote = RemoteOptions.AddTo(command, password: false, expectFinal: true);
        command.SetAction((parsed, ct) =>
        {
            var wish = new LogWish
            {
                Limit = Math.Clamp(parsed.GetValue(limit), 1, MaxLines),
                MaxBytes = Math.Clamp(parsed.GetValue(bytes), 1, MaxBytes),
                Follow = parsed.GetValue(follow),
                Interval = TimeSpan.FromMilliseconds(Math.Max(50, parsed.GetValue(interval))),
                Plain = parsed.GetValue(plain) || !context.Screen.IsTerminal,
            };
            return LogTail.RunAsync(context, remote.Read(parsed), wish, ct);
        });
        return command;
    }
}
