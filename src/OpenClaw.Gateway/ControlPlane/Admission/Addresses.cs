using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>Addresses as the rules compare them: IPv4 in its own form, also when it arrives mapped into IPv6 (spec 01 §6).</summary>
internal static class Addresses
{
    /// <summary>The address in the form all comparisons use.</summary>
    public static IPAddress Normalise(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : Unscoped(address);

    /// <summary>127.0.0.0/8 and ::1, mapped or not.</summary>
    public static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(Normalise(address));

    /// <summary>Reads a header's address: trimmed, brackets, zone and port stripped.</summary>
    public static IPAddress? Parse(string? text)
    {
        var value = (text ?? "").Trim().Trim('"');
        if (value.StartsWith('['))
            value = value.IndexOf(']') is var end and > 0 ? value[1..end] : value[1..];
        else if (value.IndexOf(':') is var colon and >= 0 && value.IndexOf(':', colon + 1) < 0)
            value = value[..colon];
        return value.Contains('.') || value.Contains(':') ? IPAddress.TryParse(value, out var address) ? Normalise(address) : null : null;
    }

    /// <summary>
    /// What failures and budgets are counted by. One IPv6 host usually commands a whole /64, so the network counts, not the address.
    /// </summary>
    public static string BudgetKey(IPAddress address)
    {
        var normal = Normalise(address);
        if (normal.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(normal))
            return normal.ToString();
        var bytes = normal.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }

    private static IPAddress Unscoped(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0 ? new IPAddress(address.GetAddressBytes()) : address;
}
