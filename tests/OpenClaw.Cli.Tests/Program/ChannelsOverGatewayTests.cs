using System.Text.Json;

namespace OpenClaw.Cli.Tests.Program;

/// <summary><c>channels</c> as far as the gateway answers.</summary>
public sealed class ChannelsOverGatewayTests : IDisposable
{
    private const string Status =
        """
        {"ts":1,"channelOrder":["telegram","whatsapp"],"channelLabels":{"telegram":"Telegram","whatsapp":"WhatsApp"},"channelDetailLabels":{},
        "channelSystemImages":{},"channelMeta":[],"channels":{},"channelDefaultAccountId":{},
        "channelAccounts":{"telegram":[{"accountId":"default","name":"Ops","enabled":true,"configured":true,"tokenSource":"config","running":true,
        "lastStartAt":1,"lastStopAt":null,"lastError":null,"mode":"polling","probe":{"ok":true,"bot":{"id":1,"username":"opsbot"}},
        "audit":{"ok":false,"checkedGroups":1,"unresolvedGroups":0,"hasWildcardUnmentionedGroups":false,"groups":[{"chatId":"-100","ok":false,"status":"left","error":null}]},
        "allowUnmentionedGroups":true,"lastInboundAt":null,"lastOutboundAt":null}],
        "whatsapp":[{"accountId":"default","enabled":true,"configured":true,"linked":false,"running":false,"connected":false,"lastError":"not linked",
        "dmPolicy":"allowlist","allowFrom":["+1","+2","+3"],"lastInboundAt":null,"lastOutboundAt":null},
        {"accountId":"work","enabled":true,"configured":true,"linked":true,"running":true,"connected":false,"reconnectAttempts":3,"lastError":"status=428 closed",
        "lastInboundAt":null,"lastOutboundAt":null}]}}
        """;

    private const string Queue =
        """
        {"counts":{"inbox":0,"outbox":1,"failed":1,"uncertain":0},"items":[{"box":"outbox","id":7,"channel":"telegram","accountId":"default","chatId":"42",
        "state":"failed","attempts":3,"createdAt":1,"nextAttemptAt":null,"detail":"chat not found"}]}
        """;

    private readonly Installation _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Status_shows_every_account_in_a_line_and_what_to_look_at()
    {
        using var gateway = new ScriptedGateway(("channels.status", Status));

        var result = await _machine.RunAsync("channels", "status", "--probe", "--url", gateway.Url, "--token", "t");

        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.Split('\n');
        Assert.Equal("Gateway reachable.", lines[0]);
        Assert.Equal("- Telegram default (Ops): enabled, configured, running, mode:polling, bot:@opsbot, token:config, groups:unmentioned, works, audit failed", lines[1]);
        Assert.Equal("- WhatsApp default: enabled, configured, not linked, stopped, disconnected, dm:allowlist, allow:+1,+2 +1, error:not linked", lines[2]);
        Assert.Contains("Warnings:", lines);
        Assert.Contains("- whatsapp default: Not linked. Link it: openclaw channels login --channel whatsapp --account default", lines);
        Assert.Contains(lines, line => line.StartsWith("- whatsapp work: Linked but not connected, 3 attempts so far: status=428 closed.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("- telegram default: The bot is not in group -100, status left.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("- telegram default: Groups are set to answer without a mention", StringComparison.Ordinal));
        Assert.True(gateway.Asked.Single(asked => asked.Method == "channels.status").Params.GetProperty("probe").GetBoolean());
    }

    [Fact]
    public async Task Status_as_json_is_what_the_gateway_said()
    {
        using var gateway = new ScriptedGateway(("channels.status", Status));

        var result = await _machine.RunAsync("channels", "status", "--json", "--url", gateway.Url, "--token", "t");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("opsbot", result.Json.GetProperty("channelAccounts").GetProperty("telegram")[0].GetProperty("probe").GetProperty("bot").GetProperty("username").GetString());
    }

    [Fact]
    public async Task Without_a_gateway_status_says_so_shows_the_config_and_succeeds()
    {
        var result = await _machine.RunWithAsync([("OPENCLAW_GATEWAY_PORT", $"{Installation.FreePort()}")], "channels", "status");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("gateway closed (1006", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Gateway reachable", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Runbook", "G2")]
    public async Task The_queue_is_listed_and_entries_are_retried_and_dropped()
    {
        using var gateway = new ScriptedGateway(("channels.queue", Queue));

        var list = await _machine.RunAsync("channels", "queue", "list", "--url", gateway.Url, "--token", "t");
        var json = await _machine.RunAsync("channels", "queue", "list", "--channel", "telegram", "--all", "--json", "--url", gateway.Url, "--token", "t");
        await _machine.RunAsync("channels", "queue", "retry", "7", "--url", gateway.Url, "--token", "t");
        await _machine.RunAsync("channels", "queue", "drop", "--all", "--box", "inbox", "--url", gateway.Url, "--token", "t");

        Assert.StartsWith("Inbox: 0 · Outbox: 1 · Failed: 1 · Sent perhaps twice: 0\n", list.Output, StringComparison.Ordinal);
        Assert.Contains("chat not found", list.Output, StringComparison.Ordinal);
        Assert.Equal(7, json.Json.GetProperty("items")[0].GetProperty("id").GetInt64());
        var asked = gateway.Asked.Where(one => one.Method == "channels.queue").Select(one => one.Params.GetRawText()).ToList();
        Assert.Equal("""{"action":"list"}""", asked[0]);
        Assert.Equal("""{"action":"list","channel":"telegram","all":true}""", asked[1]);
        Assert.Equal("""{"action":"retry","id":7}""", asked[2]);
        Assert.Equal("""{"action":"drop","box":"inbox","all":true}""", asked[3]);
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("drop")]
    public async Task A_change_of_the_queue_needs_to_know_what(string action)
    {
        var result = await _machine.RunAsync("channels", "queue", action);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"channels queue {action} needs an id or --all", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_show_what_channels_wrote_and_nothing_else()
    {
        _machine.WriteConfig($"{{ logging: {{ file: '{Path.Combine(_machine.Home, "gateway.log")}' }} }}");
        await File.WriteAllLinesAsync(
            Path.Combine(_machine.Home, "gateway.log"),
            [
                Line("gateway/channels/telegram", "[default] starting"),
                Line("gateway/ws", "a client"),
                Line("gateway/channels/whatsapp/sidecar", "connecting"),
            ],
            TestContext.Current.CancellationToken);

        var all = await _machine.RunAsync("channels", "logs", "--json");
        var human = await _machine.RunAsync("channels", "logs", "--lines", "1");

        Assert.Equal(["[default] starting", "connecting"], all.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("message").GetString()));
        Assert.Equal("all", all.Json.GetProperty("channel").GetString());
        Assert.DoesNotContain("starting", human.Output, StringComparison.Ordinal);
        Assert.Contains("gateway/channels/whatsapp/sidecar connecting", human.Output, StringComparison.Ordinal);
    }

    private static string Line(string subsystem, string message) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["0"] = $"{{\"subsystem\":\"{subsystem}\"}}",
        ["1"] = message,
        ["time"] = "2026-01-30T10:00:00.000Z",
        ["_meta"] = new Dictionary<string, string> { ["name"] = $"{{\"subsystem\":\"{subsystem}\"}}", ["logLevelName"] = "INFO" },
    });
}
