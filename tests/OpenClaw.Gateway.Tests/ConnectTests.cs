using System.Net;
using System.Net.WebSockets;
using OpenClaw.Client.Identity;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests;

public class ConnectTests
{
    [Fact]
    [Trait("Runbook", "C2")]
    public async Task A_connect_with_the_shared_token_is_answered_with_hello_ok()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, answer) = await gateway.TryConnectAsync(new Hello());
        await using var _ = client;

        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        var hello = answer["payload"]!;
        Assert.Equal("hello-ok", (string?)hello["type"]);
        Assert.Equal(3, (int)hello["protocol"]!);
        Assert.Equal(26214400, (int)hello["policy"]!["maxPayload"]!);
        Assert.Equal(30000, (int)hello["policy"]!["tickIntervalMs"]!);
        Assert.Equal(2, hello["snapshot"]!["presence"]!.AsArray().Count);
        Assert.Equal(2, (int)hello["snapshot"]!["stateVersion"]!["presence"]!);
        Assert.Contains("health", hello["features"]!["methods"]!.AsArray().Select(m => (string?)m));
        Assert.Null(hello["auth"]);
    }

    [Fact]
    public async Task A_device_of_this_host_is_paired_silently_and_gets_a_token_that_stands_for_the_secret()
    {
        await using var gateway = await TestGateway.StartAsync();
        var device = DeviceIdentity.Create();
        var (first, answer) = await gateway.TryConnectAsync(new Hello { Device = device });
        await using var _ = first;
        var token = (string)answer["payload"]!["auth"]!["deviceToken"]!;
        Assert.Equal(32, token.Length);

        await using var second = await gateway.ConnectAsync(new Hello { Device = device, Token = token });
        Assert.True((bool)(await second.RequestAsync("health"))["ok"]!);
    }

    [Fact]
    public async Task Frames_sent_right_behind_connect_wait_for_its_decision()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        var connect = await client.SendRequestAsync("connect", new Hello().ToParams(client.Nonce));
        var health = await client.SendRequestAsync("health");

        Assert.True((bool)(await client.AnswerAsync(connect))["ok"]!);
        Assert.True((bool)(await client.AnswerAsync(health))["ok"]!);
    }

    [Fact]
    public async Task Hanging_up_on_a_connection_that_has_ended_touches_its_request_no_more()
    {
        await using var gateway = await TestGateway.StartAsync();
        var slot = await new PreAuthBudget(TimeProvider.System).TakeAsync("here", TestContext.Current.CancellationToken);
        var aborted = 0;
        using var socket = WebSocket.CreateFromStream(new MemoryStream(), new WebSocketCreationOptions { IsServer = true });
        var connection = new Connection(gateway.Parts.Hub, socket, IPAddress.Loopback, new ForwardedHeaders(), slot!, () => aborted++);
        await connection.RunAsync();
        // While it ran, a failed send may have hung up, rightly: its request was still there.
        var whileItRan = aborted;

        connection.Abort();

        Assert.Equal(whileItRan, aborted);
    }
}
