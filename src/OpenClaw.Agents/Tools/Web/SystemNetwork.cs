using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Agents.Tools.Web;

/// <summary>The network of this machine.</summary>
public sealed class SystemNetwork : INetwork
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct) =>
        await Dns.GetHostAddressesAsync(host, ct).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Stream> ConnectAsync(IPEndPoint place, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(place);
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, ct).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
