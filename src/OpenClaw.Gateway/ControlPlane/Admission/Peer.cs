using System.Net;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// Who the other end is, as far as addresses and headers tell (spec 01 §6, with the rules of spec 12: a loopback peer is a proxy
/// only when the config names it, and a host name the client chose proves nothing).
/// </summary>
internal sealed record Peer
{
    /// <summary>The socket's other end.</summary>
    public required IPAddress Socket { get; init; }

    /// <summary>The client: behind a trusted proxy the nearest address that is not itself a trusted proxy, else <see cref="Socket"/>.</summary>
    public required IPAddress Client { get; init; }

    /// <summary>True for a client on this host: it may be approved without asking and may leave the nonce out.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>Address to show to others; null when local, loopback, or claimed by an untrusted proxy.</summary>
    public string? ReportedIp { get; init; }

    /// <summary>Worth a warning: forwarding headers of a peer that is not a trusted proxy.</summary>
    public bool UntrustedForwarding { get; init; }

    /// <summary>What failures are counted by.</summary>
    public string BudgetKey => Addresses.BudgetKey(Client);

    public static Peer Resolve(IPAddress socket, ForwardedHeaders headers, IReadOnlyList<string> trustedProxies)
    {
        var remote = Addresses.Normalise(socket);
        var trusted = IsTrusted(remote, trustedProxies);
        var client = trusted ? ClientBehindProxy(remote, headers, trustedProxies) : remote;
        var forwardedByStranger = headers.SaysForwarded && !trusted;
        var local = Addresses.IsLoopback(client) && HostNames.IsLoopback(headers.Host) && !forwardedByStranger;
        return new Peer
        {
            Socket = remote,
            Client = client,
            IsLocal = local,
            ReportedIp = local || forwardedByStranger || Addresses.IsLoopback(client) ? null : client.ToString(),
            UntrustedForwarding = forwardedByStranger,
        };
    }

    // A proxy appends what it saw to what the client sent. Only the part that trusted proxies appended can be believed, so the list
    // is read from its end; the first entry is whatever the client wanted it to be.
    private static IPAddress ClientBehindProxy(IPAddress proxy, ForwardedHeaders headers, IReadOnlyList<string> trustedProxies)
    {
        if (headers.ForwardedFor is { } list)
        {
            IPAddress? nearest = null;
            foreach (var part in list.Split(',').Reverse())
            {
                if (Addresses.Parse(part) is not { } address)
                    break;
                nearest = address;
                if (!IsTrusted(address, trustedProxies))
                    return address;
            }
            if (nearest is not null)
                return nearest;
        }
        return Addresses.Parse(headers.RealIp) ?? proxy;
    }

    private static bool IsTrusted(IPAddress address, IReadOnlyList<string> trustedProxies)
    {
        foreach (var entry in trustedProxies)
        {
            if (IPAddress.TryParse(entry.Trim(), out var proxy) && Addresses.Normalise(proxy).Equals(address))
                return true;
        }
        return false;
    }
}
