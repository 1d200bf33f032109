using System.Text;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests;

/// <summary>Nothing that comes over a socket crashes the gateway, hangs it, or keeps its memory.</summary>
[Trait("Runbook", "G4")]
public class FuzzTests
{
    private static readonly string[] s_seeds =
    [
        """{"type":"req","id":"a","method":"connect","params":{"minProtocol":3,"maxProtocol":3,"client":{"id":"test","version":"1","platform":"x","mode":"test"},"auth":{"token":"test-token-1"}}}""",
        """{"type":"req","id":"b","method":"health","params":{"probe":true}}""",
        """{"type":"req","id":"c","method":"node.invoke","params":{"nodeId":"x","command":"y","timeoutMs":1,"idempotencyKey":"k"}}""",
        """{"type":"req","id":"d","method":"system-event","params":{"text":"Node: a (b) · app 1 · last input 9s ago · mode m","tags":[1,"x",null]}}""",
        """{"type":"req","id":"e","method":"device.token.rotate","params":{"deviceId":"x","role":"operator","scopes":["a"]}}""",
        """{"type":"req","id":"f","method":"logs.tail","params":{"cursor":1,"limit":2,"maxBytes":3}}""",
        """[[[[[[[[[[{"a":[1e308,-0.0,1.5,"\ud800",true,null]}]]]]]]]]]]""",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Mutated_frames_are_answered_ignored_or_refused_and_the_gateway_goes_on(int seed)
    {
        await using var gateway = await TestGateway.StartAsync();
        var random = new Random(seed);
        for (var round = 0; round < 12; round++)
        {
            await using var client = await gateway.OpenAsync();
            await using var connected = await gateway.ConnectAsync();
            for (var i = 0; i < 30; i++)
            {
                await TrySendAsync(connected, random);
                await TrySendAsync(client, random);
            }
        }

        await using var after = await gateway.ConnectAsync();
        Assert.True((bool)(await after.RequestAsync("health"))["ok"]!);
        Assert.DoesNotContain(gateway.Log.Lines, l => l.Text.Contains("failed inside", StringComparison.Ordinal));
        Assert.DoesNotContain(gateway.Log.Lines, l => l.Text.Contains("failed in request", StringComparison.Ordinal));
    }

    private static async Task TrySendAsync(TestClient client, Random random)
    {
        try
        {
            var bytes = Mutate(Encoding.UTF8.GetBytes(s_seeds[random.Next(s_seeds.Length)]), random);
            await client.SendFrameAsync(random.Next(4) == 0 ? (byte)0x82 : (byte)0x81, bytes);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The gateway has hung up on this one, as it may.
            Assert.NotNull(client);
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        for (var i = random.Next(5); i > 0; i--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes = [.. bytes[..at], .. bytes[(at + 1)..], (byte)'}'];
                    break;
                case 2:
                    bytes = [.. bytes[..at], .. Encoding.UTF8.GetBytes("\"\":{[,"), .. bytes[at..]];
                    break;
                default:
                    bytes = bytes[..Math.Max(1, at)];
                    break;
            }
        }
        return bytes;
    }
}
