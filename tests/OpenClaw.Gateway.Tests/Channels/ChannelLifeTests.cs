using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Channels;

/// <summary>Accounts of channels inside a running gateway, seen by a client.</summary>
public sealed class ChannelLifeTests
{
    private const string TwoAccounts = """
        {
          gateway: { mode: "local", auth: { mode: "token", token: "test-token-1" } },
          channels: { telegram: { accounts: { a: { botToken: "1:a" }, b: { botToken: "2:b" } } } },
        }
        """;

    [Fact, Trait("Runbook", "D1")]
    public async Task The_gateway_starts_every_account_and_tells_how_it_is()
    {
        var channel = new ScriptedChannel();
        await using var gateway = await StartAsync(TwoAccounts, channel);
        await using var client = await gateway.ConnectAsync();
        var status = await UntilAsync(client, payload => Accounts(payload).All(a => (bool)a["running"]!));

        Assert.Equal(["telegram"], status["channelOrder"]!.AsArray().Select(id => (string?)id));
        Assert.Equal("a", (string?)status["channelDefaultAccountId"]!["telegram"]);
        Assert.Equal(
            ["accountId", "enabled", "configured", "tokenSource", "running", "lastStartAt", "lastStopAt", "lastError", "mode", "lastInboundAt", "lastOutboundAt"],
            Accounts(status)[0].Select(member => member.Key));
        Assert.Equal(
            ["configured", "tokenSource", "running", "mode", "lastStartAt", "lastStopAt", "lastError", "lastProbeAt"],
            status["channels"]!["telegram"]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Complaint_11_One_account_that_fails_leaves_the_others_and_the_gateway_running()
    {
        var channel = new ScriptedChannel();
        channel.Script("a", static (_, _) => throw new IOException("no route to the service"));
        await using var gateway = await StartAsync(TwoAccounts, channel);
        await using var client = await gateway.ConnectAsync();
        var status = await UntilAsync(client, payload => (string?)Accounts(payload)[0]["lastError"] is not null && (bool)Accounts(payload)[1]["running"]!);

        Assert.Equal("no route to the service", (string?)Accounts(status)[0]["lastError"]);
        Assert.Null((string?)Accounts(status)[1]["lastError"]);
        Assert.Single(channel.Opened, account => account.AccountId == "b");
    }

    [Fact, Trait("Runbook", "A4")]
    public async Task A_config_patch_restarts_the_account_it_is_about_and_no_other()
    {
        var channel = new ScriptedChannel();
        await using var gateway = await StartAsync(TwoAccounts, channel);
        await using var client = await gateway.ConnectAsync();
        await UntilAsync(client, payload => Accounts(payload).All(a => (bool)a["running"]!) && channel.Opened.Count == 2);

        await PatchAsync(client, """{ channels: { telegram: { accounts: { b: { botToken: "2:new" } } } } }""");
        await UntilAsync(client, _ => channel.Opened.Count == 3);
        await PatchAsync(client, """{ channels: { telegram: { accounts: { a: { enabled: true, name: "Ay" } } } } }""");
        await PatchAsync(client, """{ channels: { telegram: { accounts: { a: null } } } }""");
        var status = await UntilAsync(client, payload => Accounts(payload).Count == 1);

        Assert.Equal(["a", "b", "b"], channel.Opened.Select(account => account.AccountId).Order());
        Assert.Equal("b", (string?)Accounts(status)[0]["accountId"]);
        await UntilAsync(client, _ => channel.Opened.Count(account => account.Disposed) == 2);
    }

    [Fact]
    public async Task An_account_that_needs_help_shows_why_in_status_and_health()
    {
        var channel = new ScriptedChannel();
        channel.Script("a", static (_, _) => throw new AccountStoppedException("the bot token was revoked; get a new one and run: openclaw channels add"));
        await using var gateway = await StartAsync(TwoAccounts, channel);
        await using var client = await gateway.ConnectAsync();
        await UntilAsync(client, payload => !(bool)Accounts(payload)[0]["running"]! && (string?)Accounts(payload)[0]["lastError"] is not null);

        var health = (await client.RequestAsync("health", new JsonObject { ["probe"] = true }))["payload"]!;
        Assert.Contains("revoked", (string?)health["channels"]!["telegram"]!["lastError"], StringComparison.Ordinal);
        Assert.Equal(["a", "b"], health["channels"]!["telegram"]!["accounts"]!.AsObject().Select(account => account.Key));
        var lines = (await client.RequestAsync("status"))["payload"]!["channelSummary"]!.AsArray().Select(line => (string?)line).ToList();
        Assert.Equal("Telegram: configured", lines[0]);
        Assert.StartsWith("  - a (token:config, error: the bot token was revoked", lines[1], StringComparison.Ordinal);
        Assert.Equal("  - b (token:config)", lines[2]);
    }

    [Fact]
    public async Task A_gateway_that_stops_stops_its_accounts()
    {
        var channel = new ScriptedChannel();
        await using (var gateway = await StartAsync(TwoAccounts, channel))
        {
            await using var client = await gateway.ConnectAsync();
            await UntilAsync(client, _ => channel.Opened.Count == 2);
        }

        Assert.All(channel.Opened, account => Assert.True(account.Disposed));
    }

    [Fact]
    public async Task A_logout_ends_the_account_and_says_so_in_its_status()
    {
        var channel = new ScriptedChannel();
        await using var gateway = await StartAsync(TwoAccounts, channel);
        await using var client = await gateway.ConnectAsync();
        await UntilAsync(client, _ => channel.Opened.Count == 2);

        var answer = await client.RequestAsync("channels.logout", new JsonObject { ["channel"] = "Telegram" });
        Assert.Equal("""{"channel":"telegram","accountId":"a","cleared":true,"loggedOut":true}""", answer["payload"]!.ToJsonString());
        var status = await UntilAsync(client, payload => (string?)Accounts(payload)[0]["lastError"] == "logged out");
        Assert.False((bool)Accounts(status)[0]["running"]!);
        Assert.True((bool)Accounts(status)[1]["running"]!);
    }

    [Theory]
    [InlineData("whatsapp")]
    [InlineData("no-such")]
    public async Task A_logout_of_a_channel_that_is_not_in_use_is_refused(string name)
    {
        await using var gateway = await StartAsync(TwoAccounts, new ScriptedChannel());
        await using var client = await gateway.ConnectAsync();

        var answer = await client.RequestAsync("channels.logout", new JsonObject { ["channel"] = name });
        Assert.Equal(("INVALID_REQUEST", "invalid channels.logout channel"), answer.Error());
    }

    private static Task<TestGateway> StartAsync(string config, params IChannel[] channels) =>
        TestGateway.StartOnFileAsync(config, options => options with { Channels = channels });

    private static List<JsonObject> Accounts(JsonNode status) => [.. status["channelAccounts"]!["telegram"]!.AsArray().Select(account => account!.AsObject())];

    private static async Task PatchAsync(TestClient client, string raw)
    {
        var hash = (string?)(await client.RequestAsync("config.get"))["payload"]!["hash"];
        var answer = await client.RequestAsync("config.patch", new JsonObject { ["raw"] = raw, ["baseHash"] = hash });
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
    }

    private static async Task<JsonNode> UntilAsync(TestClient client, Func<JsonNode, bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var status = (await client.RequestAsync("channels.status"))["payload"]!;
            if (condition(status))
                return status;
            await Task.Delay(20, deadline.Token);
        }
    }
}
