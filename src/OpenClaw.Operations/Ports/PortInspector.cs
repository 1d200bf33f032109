using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Operations.Ports;

/// <summary>Finds out who listens on a port: the kernel's tables first, <c>lsof</c> for what they do not show, a trial bind last.</summary>
public static class PortInspector
{
    /// <summary>The diagnosis of a port with what to do about it.</summary>
    public static async Task<PortReport> InspectAsync(int port, CancellationToken cancellationToken = default)
    {
        var listeners = await FindListenersAsync(port, cancellationToken).ConfigureAwait(false);
        var status = listeners switch
        {
            { Count: > 0 } => PortStatus.Busy,
            not null => PortStatus.Free,
            null => TryBind(port),
        };
        var known = listeners ?? [];
        return new PortReport(port, status, known, status == PortStatus.Busy ? HintsFor(known) : []);
    }

    /// <summary>The listeners, or null when neither the kernel nor <c>lsof</c> could be asked.</summary>
    public static async Task<IReadOnlyList<PortListener>?> FindListenersAsync(int port, CancellationToken cancellationToken = default)
    {
        var seen = ProcSockets.Find(port);
        if (seen is not null && seen.All(l => l.Pid is not null))
            return seen;
        if (Lsof.Locate() is not { } program)
            return seen;
        var asked = await Lsof.FindAsync(program, port, cancellationToken).ConfigureAwait(false);
        return asked is { Count: > 0 } ? asked : seen ?? asked;
    }

    private static PortStatus TryBind(int port)
    {
        var tested = false;
        foreach (var address in (IPAddress[])[IPAddress.Loopback, IPAddress.Any, IPAddress.IPv6Loopback, IPAddress.IPv6Any])
        {
            try
            {
                using var listener = new TcpListener(address, port) { ExclusiveAddressUse = true };
                listener.Start();
                tested = true;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                return PortStatus.Busy;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
            {
                continue;
            }
            catch (SocketException)
            {
                return PortStatus.Unknown;
            }
        }
        return tested ? PortStatus.Free : PortStatus.Unknown;
    }

    private static List<string> HintsFor(IReadOnlyList<PortListener> listeners)
    {
        var hints = new List<string>();
        var texts = listeners.Select(l => $"{l.CommandLine} {l.Command}").ToArray();
        var gateway = texts.Any(t => t.Contains("openclaw", StringComparison.OrdinalIgnoreCase));
        var tunnel = texts.Any(t => t.Contains("ssh", StringComparison.OrdinalIgnoreCase));
        if (gateway)
            hints.Add("Gateway already running locally. Stop it or use a different port.");
        else if (tunnel)
            hints.Add("An SSH tunnel is bound to this port. Close the tunnel or use a different local port.");
        else if (listeners.Any(l => l.Pid is not null))
            hints.Add("Another process is listening on this port.");
        if (listeners.Count > 1)
            hints.Add("Several processes are listening on this port.");
        if (listeners.Count == 0 || listeners.All(l => l.Pid is null))
            hints.Add("The process belongs to another user; its details are not visible (run lsof with more rights).");
        return hints;
    }
}
