using System.Text.Json.Nodes;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Channels;

/// <summary>What an operator sees of the journal of messages, and what they can do about it.</summary>
[Trait("Runbook", "G2")]
public sealed class ChannelsQueueTests
{
    private const string Config = """
        {
          gateway: { mode: "local", auth: { mode: "token", token: "test-token-1" } },
          channels: { telegram: { botToken: "1:a" } },
        }
        """;

    [Fact]
    public async Task A_failed_send_is_listed_without_its_text_and_goes_out_when_it_is_tried_anew()
    {
        var channel = new ScriptedChannel();
        await using var gateway = await StartAsync(channel);
        await using var client = await gateway.ConnectAsync();
        var account = await AccountAsync(channel);
        account.Fault = new SendFault(SendFaultKind.Refused, "chat not found");
        await SendAsync(gateway, "k1", "a secret text");

        var list = await QueueAsync(client, new JsonObject { ["action"] = "list" });
        var item = list["items"]!.AsArray().Single()!;
        Assert.Equal(("outbox", "telegram", "default", "c1", "failed"), ((string?)item["box"], (string?)item["channel"], (string?)item["accountId"], (string?)item["chatId"], (string?)item["state"]));
        Assert.Contains("chat not found", (string?)item["detail"], StringComparison.Ordinal);
        Assert.DoesNotContain("a secret text", list.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(1, (int)list["counts"]!["failed"]!);

        account.Fault = null;
        var retried = await QueueAsync(client, new JsonObject { ["action"] = "retry", ["all"] = true, ["channel"] = "telegram" });
        Assert.Equal(1, (int)retried["changed"]!);
        await UntilAsync(() => account.Sent.Count == 1);
        Assert.Equal("a secret text", account.Sent[0].Text);
    }

    [Fact]
    public async Task What_waits_for_an_account_can_be_removed_and_is_never_sent()
    {
        var channel = new ScriptedChannel();
        channel.Script("default", static (_, stop) => Task.Delay(Timeout.Infinite, stop));
        await using var gateway = await StartAsync(channel);
        await using var client = await gateway.ConnectAsync();
        var account = await AccountAsync(channel, connected: false);
        var send = gateway.Parts.Channels.Outbox.SendAsync(Message("hello"), "k1", SendOptions.Answer, TestContext.Current.CancellationToken);
        var id = 0L;
        await UntilAsync(async () => (id = (long?)(await QueueAsync(client, new JsonObject { ["action"] = "list" }))["items"]!.AsArray().SingleOrDefault()?["id"] ?? 0) > 0);

        Assert.Equal(1, (int)(await QueueAsync(client, new JsonObject { ["action"] = "drop", ["id"] = id }))["changed"]!);
        Assert.False((await send).Ok);
        account.Become(state => state with { Connected = true });
        Assert.Empty((await QueueAsync(client, new JsonObject { ["action"] = "list" }))["items"]!.AsArray());
        Assert.Empty(account.Sent);
    }

    [Fact]
    public async Task A_retry_of_nothing_names_what_is_wrong_and_needs_one_entry_or_all()
    {
        await using var gateway = await StartAsync(new ScriptedChannel());
        await using var client = await gateway.ConnectAsync();

        Assert.Equal(
            ("INVALID_REQUEST", "outbox entry 7 is not there or has not failed"),
            (await client.RequestAsync("channels.queue", new JsonObject { ["action"] = "retry", ["id"] = 7 })).Error());
        Assert.Equal(
            ("INVALID_REQUEST", "channels.queue drop needs either id or all:true"),
            (await client.RequestAsync("channels.queue", new JsonObject { ["action"] = "drop" })).Error());
        Assert.Equal("INVALID_REQUEST", (await client.RequestAsync("channels.queue", new JsonObject { ["action"] = "look" })).Error().Code);
    }

    [Fact]
    public async Task Who_may_only_read_may_list_and_nothing_else()
    {
        await using var gateway = await StartAsync(new ScriptedChannel());
        await using var client = await gateway.ConnectAsync(new Hello { Scopes = ["operator.read"] });

        Assert.True((bool)(await client.RequestAsync("channels.queue", new JsonObject { ["action"] = "list" }))["ok"]!);
        var refused = await client.RequestAsync("channels.queue", new JsonObject { ["action"] = "drop", ["all"] = true });
        Assert.Equal(("INVALID_REQUEST", "missing scope: operator.admin"), refused.Error());
    }

    [Fact]
    public async Task Health_counts_what_waits()
    {
        var channel = new ScriptedChannel();
        await using var gateway = await StartAsync(channel);
        await using var client = await gateway.ConnectAsync();
        (await AccountAsync(channel)).Fault = new SendFault(SendFaultKind.Refused, "blocked");
        await SendAsync(gateway, "k1", "hello");

        var journal = (await client.RequestAsync("health", new JsonObject { ["probe"] = true }))["payload"]!["journal"]!;
        Assert.Equal("""{"inbox":0,"outbox":0,"failed":1,"uncertain":0}""", journal.ToJsonString());
    }

    private static Task<TestGateway> StartAsync(ScriptedChannel channel) =>
        TestGateway.StartOnFileAsync(Config, options => options with { Channels = [channel] });

    private static OutboundMessage Message(string text) => new() { Channel = "telegram", AccountId = "default", ChatId = "c1", Text = text };

    private static Task<PartResult> SendAsync(TestGateway gateway, string key, string text) =>
        gateway.Parts.Channels.Outbox.SendAsync(Message(text), key, SendOptions.Direct, TestContext.Current.CancellationToken);

    private static async Task<JsonNode> QueueAsync(TestClient client, JsonObject parameters)
    {
        var answer = await client.RequestAsync("channels.queue", parameters);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer["payload"]!;
    }

    private static async Task<ScriptedAccount> AccountAsync(ScriptedChannel channel, bool connected = true)
    {
        await UntilAsync(() => channel.Opened.Count > 0 && (!connected || channel.Opened[0].IsReady));
        return channel.Opened[0];
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
            await Task.Delay(20, deadline.Token);
    }
}
