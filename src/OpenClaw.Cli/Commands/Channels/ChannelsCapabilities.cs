using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels capabilities</c>: what channels can do, and whether their services answer.</summary>
internal static class ChannelsCapabilities
{
    public static Command Build(CliContext context)
    {
        var command = new Command("capabilities", "What the configured channels can do; asks their services.");
        var channel = ChannelTools.ChannelOption("Channel (default: every configured one)");
        var account = ChannelTools.AccountOption();
        var target = new Option<string?>("--target") { Description = "Also say how this recipient is read", HelpName = "recipient" };
        var timeout = new Option<int>("--timeout") { Description = "How long to wait for a service (default 10000)", HelpName = "ms", DefaultValueFactory = _ => 10_000 };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        foreach (var option in (Option[])[channel, account, target, timeout, json])
            command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            if (parsed.GetValue(timeout) <= 0)
                return context.Fail("--timeout must be a positive number of milliseconds");
            IReadOnlyList<IChannel> chosen;
            if (parsed.GetValue(channel) is { } name and not "all")
                chosen = ChannelTools.Find(context, name) is { } found ? [found] : [];
            else
                chosen = ChannelTools.Loaded(context);
            if (chosen.Count == 0)
                return parsed.GetValue(channel) is null ? context.Fail("no channel is configured", $"Add one: {context.Suggest("channels add --channel telegram --token <token>")}") : ExitCodes.Failure;
            var reports = new List<JsonObject>();
            foreach (var one in chosen)
            {
                foreach (var id in parsed.GetValue(account) is { } typed ? [ChannelTools.Account(context, one, typed)] : one.AccountIds(context.Config))
                    reports.Add(await ReportAsync(context, one, id, parsed.GetValue(target), TimeSpan.FromMilliseconds(parsed.GetValue(timeout)), ct).ConfigureAwait(false));
            }

            if (parsed.GetValue(json))
                context.Screen.Line(JsonText.Pretty(new JsonObject { ["channels"] = new JsonArray([.. reports]) }));
            else
                reports.ForEach(report => Write(context.Screen, report));
            return ExitCodes.Success;
        });
        return command;
    }

    private static async Task<JsonObject> ReportAsync(
        CliContext context, IChannel channel, string accountId, string? target, TimeSpan timeout, CancellationToken ct)
    {
        var standing = channel.Standing(context.Config, accountId);
        var can = channel.Capabilities;
        var report = new JsonObject { ["channel"] = channel.Description.Id, ["accountId"] = accountId };
        if (standing.Name is { } name)
            report["accountName"] = name;
        report["configured"] = standing.IsConfigured;
        report["enabled"] = standing.IsEnabled;
        report["support"] = new JsonObject
        {
            ["chatTypes"] = Texts(can.ChatTypes),
            ["polls"] = can.Polls,
            ["reactions"] = can.Reactions,
            ["edit"] = can.Edit,
            ["delete"] = can.Delete,
            ["media"] = can.Media,
            ["threads"] = can.Threads,
            ["nativeCommands"] = can.NativeCommands,
            ["blockStreaming"] = can.BlockStreaming,
        };
        report["actions"] = Texts(can.Actions);
        if (standing.CanStart && await ChannelTools.ProbeAsync(context, channel, accountId, timeout, config: null, ct).ConfigureAwait(false) is { } answer)
            report["probe"] = answer.Probe.DeepClone();
        if (target is not null)
        {
            var resolved = channel.ResolveTarget(target);
            report["target"] = new JsonObject { ["raw"] = target, ["normalized"] = resolved.ChatId, ["problem"] = resolved.Problem };
        }

        return report;
    }

    private static void Write(Screen screen, JsonObject report)
    {
        var name = report["accountName"] is { } given ? $" ({given})" : "";
        screen.Line(screen.Bold($"{report["channel"]} {report["accountId"]}{name}"));
        screen.Line($"  State: {((bool)report["enabled"]! ? "enabled" : "disabled")}, {((bool)report["configured"]! ? "configured" : "not configured")}");
        var support = report["support"]!.AsObject();
        var can = support.Where(static one => one.Value is JsonValue value && value.TryGetValue<bool>(out var yes) && yes).Select(static one => one.Key);
        screen.Line($"  Chats: {string.Join(", ", support["chatTypes"]!.AsArray().Select(static type => type!.ToString()))}");
        screen.Line($"  Support: {string.Join(", ", can)}");
        screen.Line($"  Actions: {string.Join(", ", report["actions"]!.AsArray().Select(static action => action!.ToString()))}");
        if (report["probe"] is JsonObject probe)
        {
            using var document = System.Text.Json.JsonDocument.Parse(new JsonObject { ["probe"] = probe.DeepClone() }.ToJsonString());
            screen.Line($"  Probe: {ChannelText.Of(document.RootElement)}");
        }

        if (report["target"] is JsonObject target)
            screen.Line($"  Target: {target["raw"]} → {target["normalized"]?.ToString() ?? target["problem"]?.ToString()}");
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);
}
