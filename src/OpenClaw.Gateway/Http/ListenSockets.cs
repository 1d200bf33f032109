using System.Net;
using System.Net.Sockets;
using OpenClaw.Gateway.Lifecycle;

namespace OpenClaw.Gateway.Http;

/// <summary>
/// The bound sockets of the gateway. They are bound before anything else is built, so that a taken port is noticed at once, and so that
/// both loopback addresses share one port even when the system chooses it.
/// </summary>
internal sealed class ListenSockets : IDisposable
{
    // A connection's kernel buffer otherwise grows to megabytes before a stuck client is noticed.
    private const int SendBuffer = 256 * 1024;

    /// <summary>How long a peer may leave what it was sent unacknowledged.</summary>
    private static TimeSpan DeadAfter { get; } = TimeSpan.FromSeconds(90);

    private readonly Dictionary<EndPoint, Socket> _sockets = [];

    private ListenSockets(int port) => Port = port;

    /// <summary>The port that is bound.</summary>
    public int Port { get; }

    /// <summary>What is bound, the main address first.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints { get; private set; } = [];

    /// <summary>Why the second address is not bound.</summary>
    public string? AliasProblem { get; private set; }

    /// <summary>Binds the plan.</summary>
    /// <exception cref="SocketException">The main address cannot be bound.</exception>
    public static ListenSockets Bind(BindPlan plan, int port)
    {
        var main = Bind(new IPEndPoint(plan.Main, port));
        var result = new ListenSockets(((IPEndPoint)main.LocalEndPoint!).Port);
        result.Keep(main);
        if (plan.Alias is null)
            return result;
        try
        {
            result.Keep(Bind(new IPEndPoint(plan.Alias, result.Port)));
        }
        catch (SocketException e)
        {
            result.AliasProblem = $"{plan.Alias}: {e.Message}";
        }
        return result;
    }

    /// <summary>Hands a socket to the server, which closes it from then on.</summary>
    public Socket Take(EndPoint endPoint) =>
        _sockets.Remove(endPoint, out var socket) ? socket : throw new InvalidOperationException($"{endPoint} was not bound.");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
            socket.Dispose();
        _sockets.Clear();
    }

    // Accepted sockets inherit these. A node whose network is gone would otherwise count as connected for a quarter of an hour; with a
    // tick every 30 s there is always something unacknowledged to notice it by, and the kernel does so without waking us up.
    private static void NoticeDeadPeers(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 15);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);
        const int tcp = 6;
        const int userTimeout = 18;
        if (OperatingSystem.IsLinux())
            socket.SetRawSocketOption(tcp, userTimeout, BitConverter.GetBytes((int)DeadAfter.TotalMilliseconds));
    }

    private void Keep(Socket socket)
    {
        var endPoint = (IPEndPoint)socket.LocalEndPoint!;
        _sockets[endPoint] = socket;
        EndPoints = [.. EndPoints, endPoint];
    }

    private static Socket Bind(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (endPoint.AddressFamily == AddressFamily.InterNetworkV6)
                socket.DualMode = false;
            socket.SendBufferSize = SendBuffer;
            NoticeDeadPeers(socket);
            socket.Bind(endPoint);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
