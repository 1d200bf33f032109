using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Commands.Logs;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Operations.Logging;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels logs</c>: what channels wrote into the log file of this machine; needs no gateway.</summary>
internal static class ChannelsLogs
{
    private const int MostBytes = 1_000_000;
    private const int MostLines = 5_000;

    public static Command Build(CliContext context)
    {
        var command = new Command("logs", "What channels wrote into the log file of this machine.");
        var channel = ChannelTools.ChannelOption("Channel, or all (the default)");
        var lines = new Option<int>("--lines") { Description = "Lines (default 200)", HelpName = "n", DefaultValueFactory = _ => 200 };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        foreach (var option in (Option[])[channel, lines, json])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Report))
                return ExitCodes.Failure;
            var id = "all";
            if (parsed.GetValue(channel)?.Trim().ToLowerInvariant() is { Length: > 0 } typed and not "all")
            {
                if (ChannelTools.Find(context, typed) is not { } found)
                    return ExitCodes.Failure;
                id = found.Description.Id;
            }

            return Run(context, id, Math.Clamp(parsed.GetValue(lines), 1, MostLines), parsed.GetValue(json));
        });
        return command;
    }

    private static int Run(CliContext context, string channel, int most, bool json)
    {
        var file = LogDirectory.NewestFile(context.Config.Config.Logging.File is { } own ? context.Paths.Expand(own) : null, context.Paths.LogDir, context.Time);
        var records = Tail(file).Select(LogRecord.Parse).OfType<LogRecord>().Where(record => IsOf(record, channel)).TakeLast(most).ToList();
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject
            {
                ["file"] = file,
                ["channel"] = channel,
                ["lines"] = new JsonArray(
                [
                    .. records.Select(static record => (JsonNode)new JsonObject
                    {
                        ["time"] = record.Time, ["level"] = record.Level, ["subsystem"] = record.Subsystem ?? record.Module, ["message"] = record.Message,
                    }),
                ]),
            }));
            return ExitCodes.Success;
        }

        context.Screen.Line($"Log file: {context.Paths.Shorten(file)}");
        if (records.Count == 0)
            context.Screen.Line("No matching log lines.");
        foreach (var record in records)
            context.Screen.Line(string.Join(' ', new[] { record.Time, record.Level, record.Subsystem ?? record.Module, record.Message }.Where(static part => !string.IsNullOrEmpty(part))));
        return ExitCodes.Success;
    }

    private static bool IsOf(LogRecord record, string channel)
    {
        const string subsystems = "gateway/channels";
        var wanted = channel == "all" ? subsystems : $"{subsystems}/{channel}";
        return record.Subsystem?.Contains(wanted, StringComparison.Ordinal) == true
            || (channel != "all" && record.Module?.Contains(channel, StringComparison.Ordinal) == true);
    }

    private static IEnumerable<string> Tail(string file)
    {
        if (!File.Exists(file))
            yield break;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var cut = stream.Length > MostBytes;
        stream.Seek(cut ? -MostBytes : 0, cut ? SeekOrigin.End : SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        if (cut)
            reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
