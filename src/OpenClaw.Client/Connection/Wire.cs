using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using OpenClaw.Protocol;

namespace OpenClaw.Client.Connection;

/// <summary>
/// One socket to a gateway: whole JSON messages in and out. Reads are the caller's (one at a time), writes are serialised here and
/// have a deadline.
/// </summary>
internal sealed class Wire : IDisposable
{
    private static readonly TimeSpan s_writeDeadline = TimeSpan.FromSeconds(10);

    // The frame is out at once; what takes time is a peer that does not hang up after it.
    private static readonly TimeSpan s_closeDeadline = TimeSpan.FromMilliseconds(200);

    private readonly ClientWebSocket _socket;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private byte[] _buffer = new byte[16 * 1024];

    private Wire(ClientWebSocket socket) => _socket = socket;

    /// <summary>Dials.</summary>
    /// <exception cref="GatewayClosedException">Nothing answered, or it was not a gateway, or its certificate was refused.</exception>
    public static async Task<Wire> DialAsync(Uri url, string? fingerprint, CancellationToken cancellationToken)
    {
        var pin = fingerprint is null ? null : new CertificatePin(fingerprint);
        var socket = new ClientWebSocket();
        // The gateway is asked directly: a proxy set for the web would see the token, and cannot reach loopback anyway.
        if (url.IsLoopback)
            socket.Options.Proxy = null;
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (pin is not null)
            socket.Options.RemoteCertificateValidationCallback = (_, certificate, _, _) => pin.Accept(certificate);
        try
        {
            await socket.ConnectAsync(url, cancellationToken).ConfigureAwait(false);
            return new Wire(socket);
        }
        catch (WebSocketException e)
        {
            socket.Dispose();
            throw new GatewayClosedException(GatewayClosedException.Abnormal, pin?.Refused is { } refused ? $"TLS refused: {refused}" : "", Cause(e, url));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The next message, or null when it was no JSON.</summary>
    /// <exception cref="GatewayClosedException">The connection ended.</exception>
    public async Task<JsonDocument?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                    throw await ClosedAsync().ConfigureAwait(false);
                length += part.Count;
                if (part.EndOfMessage)
                    break;
                if (length >= ProtocolLimits.MaxPayload)
                {
                    await CloseAsync((int)WebSocketCloseStatus.MessageTooBig, "message too big").ConfigureAwait(false);
                    throw new GatewayClosedException((int)WebSocketCloseStatus.MessageTooBig, "the gateway sent a message over 25 MiB");
                }
                if (length == _buffer.Length)
                    Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
        catch (WebSocketException e)
        {
            throw new GatewayClosedException(GatewayClosedException.Abnormal, "", e);
        }
        catch (ObjectDisposedException e)
        {
            throw new GatewayClosedException(GatewayClosedException.Abnormal, "", e);
        }
        return Parse(length);
    }

    /// <summary>Sends one message.</summary>
    /// <exception cref="GatewayClosedException">The connection ended, or the gateway has not taken the message within ten seconds.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(s_writeDeadline);
        await _writing.WaitAsync(deadline.Token).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            throw new GatewayClosedException(GatewayClosedException.Abnormal, "", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GatewayClosedException(GatewayClosedException.Abnormal, "the gateway does not read", e);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Says goodbye, for at most 200 ms, and cuts the connection. Safe to call again.</summary>
    public async Task CloseAsync(int code, string reason)
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var deadline = new CancellationTokenSource(s_closeDeadline);
            try
            {
                await _socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, deadline.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                // Whoever we wanted to say goodbye to has left.
                _socket.Abort();
            }
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _writing.Dispose();
    }

    private async Task<GatewayClosedException> ClosedAsync()
    {
        var code = _socket.CloseStatus is { } status ? (int)status : GatewayClosedException.Abnormal;
        var reason = _socket.CloseStatusDescription ?? "";
        await CloseAsync(1000, "").ConfigureAwait(false);
        return new GatewayClosedException(code, reason);
    }

    private JsonDocument? Parse(int length)
    {
        try
        {
            // A copy: the document must outlive the buffer.
            return JsonDocument.Parse(_buffer.AsSpan(0, length).ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The words existing scripts know for a dial that nobody answered.</summary>
    private static Exception Cause(WebSocketException e, Uri url) => Inner<SocketException>(e) switch
    {
        { SocketErrorCode: SocketError.ConnectionRefused } refused => new IOException($"connect ECONNREFUSED {url.Host}:{url.Port}", refused),
        { SocketErrorCode: SocketError.HostNotFound } unknown => new IOException($"getaddrinfo ENOTFOUND {url.Host}", unknown),
        { SocketErrorCode: SocketError.TimedOut } late => new IOException($"connect ETIMEDOUT {url.Host}:{url.Port}", late),
        { } other => new IOException(other.Message, other),
        null => e,
    };

    private static T? Inner<T>(Exception? e)
        where T : Exception => e is null ? null : e as T ?? Inner<T>(e.InnerException);
}
