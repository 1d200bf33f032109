using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenClaw.Bench.Flood;

/// <summary>One connection that shows one token: TCP, upgrade and <c>connect</c> in a single write, then whatever comes back.</summary>
internal static class Attempt
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>True when the token was let in.</summary>
    public static async Task<bool> MakeAsync(IPAddress from, int port, string token)
    {
        using var deadline = new CancellationTokenSource(s_patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // A reset leaves no port behind in TIME_WAIT: a million of those would run out of ports before it ran out of patience.
        socket.LingerState = new LingerOption(true, 0);
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), deadline.Token);
        await socket.SendAsync(Opening(port, token), deadline.Token);
        var heard = new byte[32 * 1024];
        var length = 0;
        while (length < heard.Length)
        {
            var read = await socket.ReceiveAsync(heard.AsMemory(length), deadline.Token);
            length += read;
            var text = heard.AsSpan(0, length);
            if (text.IndexOf("hello-ok"u8) >= 0)
                return true;
            if (read == 0 || text.IndexOf("\"ok\":false"u8) >= 0)
                return false;
        }
        throw new InvalidOperationException("the gateway answered neither yes nor no");
    }

    private static byte[] Opening(int port, string token)
    {
        var upgrade = Encoding.ASCII.GetBytes(
            $"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        var connect = Encoding.UTF8.GetBytes(
            """{"type":"req","id":"1","method":"connect","params":{"minProtocol":3,"maxProtocol":3,"client":{"id":"cli","version":"1","platform":"linux","mode":"cli"},"auth":{"token":""" + $"\"{token}\"}}}}}}");
        // A text frame with a 16-bit length and a mask of zeros, which leaves the bytes as they are.
        byte[] head = [0x81, 0xFE, (byte)(connect.Length >> 8), (byte)connect.Length, 0, 0, 0, 0];
        return [.. upgrade, .. head, .. connect];
    }
}
