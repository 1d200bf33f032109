using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Client.Tests;

/// <summary>The gateway's end of one connection.</summary>
internal sealed class FakeConnection(TcpClient client, WebSocket socket) : IDisposable
{
    public const string Nonce = "11111111-2222-4333-8444-555555555555";

    private readonly byte[] _buffer = new byte[1024 * 1024];

    public async Task<JsonElement> ReceiveAsync()
    {
        var part = await socket.ReceiveAsync(_buffer.AsMemory(), TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketMessageType.Text, part.MessageType);
        return JsonDocument.Parse(_buffer.AsMemory(0, part.Count)).RootElement.Clone();
    }

    /// <summary>The next message, or null when the client has hung up.</summary>
    public async Task<JsonElement?> TryReceiveAsync()
    {
        try
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(), TestContext.Current.CancellationToken);
            return part.MessageType == WebSocketMessageType.Text ? JsonDocument.Parse(_buffer.AsMemory(0, part.Count)).RootElement.Clone() : null;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Waits for the client's close frame and returns its code.</summary>
    public async Task<int> ReceiveCloseAsync()
    {
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(), TestContext.Current.CancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return (int)socket.CloseStatus!;
        }
    }

    public Task SendAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public Task ChallengeAsync(long ts = 1737264000000) =>
        SendAsync($$$"""{"type":"event","event":"connect.challenge","payload":{"nonce":"{{{Nonce}}}","ts":{{{ts}}}}}""");

    /// <summary>Sends the challenge, takes the connect request, answers hello-ok; returns the request's params.</summary>
    public async Task<JsonElement> WelcomeAsync(string auth = "", long tickMs = 30000)
    {
        await ChallengeAsync();
        var request = await ReceiveAsync();
        Assert.Equal("connect", request.GetProperty("method").GetString());
        await SendAsync(
            $$$"""
            {"type":"res","id":"{{{request.GetProperty("id").GetString()}}}","ok":true,"payload":{"type":"hello-ok","protocol":3,
            "server":{"version":"1","host":"h","connId":"c"},"features":{"methods":[],"events":[]},
            "snapshot":{"presence":[],"health":{},"stateVersion":{"presence":1,"health":1},"uptimeMs":1},{{{auth}}}
            "policy":{"maxPayload":1,"maxBufferedBytes":1,"tickIntervalMs":{{{tickMs}}} } } }
            """);
        return request.GetProperty("params");
    }

    /// <summary>Refuses the connect request as a gateway does: error, then close.</summary>
    public async Task<JsonElement> RefuseAsync(string code, string message, string details = "{}")
    {
        await ChallengeAsync();
        var request = await ReceiveAsync();
        await SendAsync(
            $$$"""
            {"type":"res","id":"{{{request.GetProperty("id").GetString()}}}","ok":false,
            "error":{"code":"{{{code}}}","message":"{{{message}}}","details":{{{details}}}}}
            """);
        await CloseAsync(1008, message);
        return request.GetProperty("params");
    }

    public Task AnswerAsync(JsonElement request, string payload) =>
        SendAsync($$$"""{"type":"res","id":"{{{request.GetProperty("id").GetString()}}}","ok":true,"payload":{{{payload}}}}""");

    public Task CloseAsync(int code, string reason) =>
        socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, TestContext.Current.CancellationToken);

    /// <summary>Pulls the plug.</summary>
    public void Cut()
    {
        client.Client.LingerState = new LingerOption(true, 0);
        client.Dispose();
    }

    public void Dispose()
    {
        socket.Dispose();
        client.Dispose();
    }
}
