using System.Buffers;
using System.Net.WebSockets;

namespace OpenClaw.Gateway.ControlPlane.Sockets;

/// <summary>
/// Receives whole messages. While nothing arrives it holds no buffer: it waits with a zero-byte receive and rents memory only when
/// there is something to read. Bytes are counted as they arrive, so a frame that announces gigabytes allocates nothing.
/// </summary>
internal sealed class MessageReader(WebSocket socket)
{
    private const int FirstBuffer = 4096;

    /// <summary>The next message; null when the client closes or the message is over the limit.</summary>
    /// <param name="limit">Most bytes.</param>
    public async ValueTask<RentedMessage?> ReadAsync(int limit)
    {
        TooBig = false;
        var head = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None).ConfigureAwait(false);
        if (head.MessageType == WebSocketMessageType.Close)
            return null;
        if (head.EndOfMessage)
            return new RentedMessage([], 0);

        var array = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        var length = 0;
        try
        {
            while (true)
            {
                if (length == array.Length)
                    array = Grow(array, length);
                // A receive returns when its buffer is full: never offer more room than one byte over the limit.
                var room = Math.Min(array.Length, limit + 1) - length;
                var part = await socket.ReceiveAsync(array.AsMemory(length, room), CancellationToken.None).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                length += part.Count;
                if (length > limit)
                {
                    TooBig = true;
                    return null;
                }
                if (part.EndOfMessage)
                {
                    var message = new RentedMessage(array, length);
                    array = [];
                    return message;
                }
            }
        }
        finally
        {
            if (array.Length > 0)
                ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <summary>True when the last read ended because the message was over the limit.</summary>
    public bool TooBig { get; private set; }

    /// <summary>Reads and forgets until the client closes. The caller's deadline ends it otherwise.</summary>
    public async Task DrainAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseSent))
            return;
        var scratch = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            while ((await socket.ReceiveAsync(scratch.AsMemory(), CancellationToken.None).ConfigureAwait(false)).MessageType != WebSocketMessageType.Close)
            {
                // What arrives after the decision to hang up is not looked at.
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    private static byte[] Grow(byte[] array, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(array.Length * 2);
        array.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        return larger;
    }
}
