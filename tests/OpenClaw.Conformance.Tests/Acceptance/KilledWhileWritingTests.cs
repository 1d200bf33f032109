using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>The configuration file through any number of deaths.</summary>
[Trait("Category", "Acceptance")]
public class KilledWhileWritingTests
{
    [Fact]
    [Trait("Runbook", "G3")]
    public async Task A_gateway_killed_during_config_writes_leaves_the_old_or_the_new_file_and_starts_again()
    {
        var ct = TestContext.Current.CancellationToken;
        using var home = new PrivateHome();
        var port = GatewayProcess.FreePort();
        home.WriteConfig(RecordedConfig.For(home, port, modelPort: 1));
        var acknowledged = 0;
        var sent = 0;

        for (var round = 0; round < 5; round++)
        {
            await using var gateway = await GatewayProcess.StartAsync(home, port, ct);
            await using var me = await Operator.ConnectAsync(gateway, ct);
            var writing = WriteUntilItDiesAsync(me);
            await Task.Delay(TimeSpan.FromMilliseconds(150 + 90 * round), ct);
            await gateway.SignalAsync("KILL", ct);
            await writing;
            await gateway.ExitCodeAsync(TimeSpan.FromSeconds(10), ct);

            var found = Marker(await File.ReadAllTextAsync(home.ConfigFile, ct));
            Assert.InRange(found, acknowledged, sent);
        }
        Assert.True(acknowledged > 5, $"only {acknowledged} writes were acknowledged: the test proves nothing");

        async Task WriteUntilItDiesAsync(Operator me)
        {
            while (me.Connection.Closed is null)
            {
                try
                {
                    var config = (await me.CallAsync("config.get", [], ct)).AsObject();
                    var next = sent + 1;
                    sent = next;
                    await me.CallAsync("config.patch", new JsonObject
                    {
                        ["raw"] = $$$"""{"messages":{"responsePrefix":"write {{{next}}}"}}""",
                        ["baseHash"] = config["hash"]!.DeepClone(),
                        ["restartDelayMs"] = 60_000,
                    }, ct);
                    acknowledged = next;
                }
                catch (Exception exception) when (exception is InvalidOperationException or System.Net.WebSockets.WebSocketException)
                {
                    return;
                }
            }
        }
    }

    private static int Marker(string file)
    {
        var prefix = JsonNode.Parse(file)!["messages"]?["responsePrefix"]?.GetValue<string>();
        return prefix is null ? 0 : int.Parse(prefix.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
