using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Status;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Channels;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels status</c>: how every account runs, from the gateway; from the config alone when there is none. Exit 0 either way.</summary>
internal static class ChannelsState
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    public static Command Build(CliContext context)
    {
        var command = new Command("status", "How every account is, as the running gateway sees it.");
        var probe = new Option<bool>("--probe") { Description = "Also ask the messaging services" };
        var remote = RemoteOptions.AddTo(command);
        command.Options.Add(probe);
        command.SetAction((parsed, ct) => RunAsync(context, remote.Read(parsed), parsed.GetValue(probe), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, RemoteChoice choice, bool probe, CancellationToken ct)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return ExitCodes.Failure;
        if (choice.TimeoutMs <= 0)
            return context.Fail("--timeout must be a positive number of milliseconds");
        if (GatewayTarget.Resolve(context, choice, out var problem) is not { } target)
            return context.Fail(problem!);
        JsonElement payload;
        using var progress = new Progress(context.Screen, $"Asking {target.UrlText} …", choice.Json, context.Time);
        try
        {
            var client = await GatewayLink.ConnectAsync(context, target, choice.Timeout, 0, ct).ConfigureAwait(false);
            await using (client.ConfigureAwait(false))
                payload = await AskAsync(client, choice, probe, ct).ConfigureAwait(false);
        }
        catch (GatewayException failure)
        {
            progress.Dispose();
            GatewayFailure.Report(context, target, failure, prefix: null);
            WithoutGateway(context, choice.Json, failure.Message);
            return ExitCodes.Success;
        }

        progress.Dispose();
        if (choice.Json)
            context.Screen.Line(JsonText.Pretty(payload));
        else
            Write(context, payload.Deserialize(ProtocolJson.Default.ChannelsStatusResult)!);
        return ExitCodes.Success;
    }

    private static Task<JsonElement> AskAsync(GatewayClient client, RemoteChoice choice, bool probe, CancellationToken ct)
    {
        // Services are asked one after another, each with the whole time.
        var parameters = JsonSerializer.SerializeToUtf8Bytes(
            new ChannelsStatusParams { Probe = probe ? true : null, TimeoutMs = choice.TimeoutMs }, ProtocolJson.Default.ChannelsStatusParams);
        return client.RequestAsync("channels.status", parameters, probe ? new RequestOptions { Timeout = s_longest } : null, ct);
    }

    private static void Write(CliContext context, ChannelsStatusResult status)
    {
        var screen = context.Screen;
        screen.Line(screen.Good("Gateway reachable."));
        foreach (var channel in status.ChannelOrder)
        {
            foreach (var account in status.ChannelAccounts.GetValueOrDefault(channel) ?? [])
                screen.Line($"- {AccountLine.Of(status.ChannelLabels.GetValueOrDefault(channel, channel), account, context.Time)}");
        }

        if (status.ChannelOrder.Count == 0)
            screen.Line($"- no channel is in use; add one: {context.Suggest("channels add --channel telegram --token <token>")}");
        var issues = StatusIssues.Of(status.ChannelAccounts, status.ChannelOrder);
        if (issues.Count > 0)
        {
            screen.Line();
            screen.Line("Warnings:");
            foreach (var issue in issues)
                screen.Line($"- {issue.Channel} {issue.AccountId}: {issue.Message}{(issue.Fix is { } fix ? $" {fix}" : "")}");
        }

        screen.Line();
        screen.Line($"More: {context.Suggest("channels logs")}, {context.Suggest("channels queue list")}, {context.Suggest("status --deep")}");
    }

    private static void WithoutGateway(CliContext context, bool json, string error)
    {
        var accounts = new JsonObject();
        foreach (var channel in ChannelTools.Loaded(context))
        {
            accounts[channel.Description.Id] = new JsonArray(
                [.. channel.AccountIds(context.Config).Select(id => (JsonNode)ConfiguredAccount.Of(channel, context.Config, id))]);
        }

        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject { ["configOnly"] = true, ["error"] = error, ["channelAccounts"] = accounts }));
            return;
        }

        foreach (var channel in ChannelTools.Loaded(context))
        {
            foreach (var id in channel.AccountIds(context.Config))
            {
                using var account = JsonDocument.Parse(ConfiguredAccount.Of(channel, context.Config, id).ToJsonString());
                context.Screen.Line($"- {AccountLine.Of(channel.Description.Label, account.RootElement, context.Time)}");
            }
        }
    }
}
