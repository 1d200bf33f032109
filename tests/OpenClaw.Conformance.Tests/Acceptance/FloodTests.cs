using System.Net.WebSockets;
using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Processes;
using OpenClaw.Conformance.Tests.Replay;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>What somebody who guesses tokens costs the people who have one.</summary>
[Trait("Category", "Acceptance")]
public class FloodTests
{
    private const int Guesses = 1_000;

    [Fact]
    public async Task ClawJacked_guessing_on_loopback_is_limited_costs_little_log_and_locks_no_paired_device_out()
    {
        var ct = TestContext.Current.CancellationToken;
        using var home = new PrivateHome();
        var port = GatewayProcess.FreePort();
        home.WriteConfig(RecordedConfig.For(home, port, modelPort: 1));
        await using var gateway = await GatewayProcess.StartAsync(home, port, ct);
        var device = new TestDevice();
        Assert.True(await ConnectAsync(gateway, RecordedConfig.Token, device, ct));

        var admitted = 0;
        for (var i = 0; i < Guesses; i++)
        {
            if (await ConnectAsync(gateway, $"guess-{i}", device: null, ct))
                admitted++;
        }

        Assert.Equal(0, admitted);
        Assert.True(await ConnectAsync(gateway, RecordedConfig.Token, device, ct), "the paired device was locked out");
        var log = new FileInfo(Path.Combine(home.Path, "gateway.log"));
        Assert.InRange(log.Exists ? log.Length : 0, 0, 200_000);
    }

    private static async Task<bool> ConnectAsync(GatewayProcess gateway, string token, TestDevice? device, CancellationToken ct)
    {
        await using var connection = await ReplayConnection.OpenAsync(gateway.WebSocketUri, null, static _ => { }, ct);
        if (!await connection.WaitAsync(c => c.Challenge is not null, TimeSpan.FromSeconds(10), ct))
            return false;
        var connect = new JsonObject
        {
            ["minProtocol"] = 3,
            ["maxProtocol"] = 3,
            ["client"] = new JsonObject { ["id"] = "test", ["version"] = "1", ["platform"] = "linux", ["mode"] = "test" },
            ["scopes"] = new JsonArray("operator.read"),
            ["auth"] = new JsonObject { ["token"] = token },
        };
        if (device is not null)
        {
            connect["device"] = new JsonObject
            {
                ["id"] = device.Id,
                ["publicKey"] = device.PublicKey,
                ["signedAt"] = connection.Challenge!["payload"]!["ts"]!.DeepClone(),
                ["nonce"] = connection.Challenge!["payload"]!["nonce"]!.DeepClone(),
            };
            connect["device"]!["signature"] = device.Sign(connect);
        }
        var request = new JsonObject { ["type"] = "req", ["id"] = "1", ["method"] = "connect", ["params"] = connect };
        await connection.SendAsync(request.ToJsonString(), WebSocketMessageType.Text, ct);
        await connection.WaitAsync(c => c.Hello is not null, TimeSpan.FromSeconds(15), ct);
        return connection.Hello is not null;
    }
}
