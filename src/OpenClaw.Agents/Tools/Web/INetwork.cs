using System.Net;

namespace OpenClaw.Agents.Tools.Web;

/// <summary>Names and connections: the edge at which tests stand in for the internet.</summary>
public interface INetwork
{
    /// <summary>All addresses of a name. Asked once per request and redirect.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The name is unknown or cannot be looked up.</exception>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct);

    /// <summary>A connection to an address that was checked.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Nobody answers there.</exception>
    Task<Stream> ConnectAsync(IPEndPoint place, CancellationToken ct);
}
