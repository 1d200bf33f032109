using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Agents.Tools.Web;

/// <summary>Which addresses belong to the public internet (spec 09 §4). Everything not known to be public is not.</summary>
public static class PublicAddresses
{
    // The framework's IPNetwork finds IPv4-mapped addresses in IPv6 networks they do not belong to, hence plain numbers here.
    private static readonly (UInt128 Start, int Bits)[] s_notPublic4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",

            // Assigned to protocols, documentation, the old 6to4 relays, benchmarks, multicast, reserved and broadcast.
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Looks public and is not: the platform service inside every Azure machine.
            "168.63.129.16/32",
        }.Select(Network),
    ];

    // Inside the global range: benchmarks, identifiers that are no addresses, documentation.
    private static readonly (UInt128 Start, int Bits)[] s_notPublic6 =
        [.. new[] { "2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:db8::/32", "3fff::/20" }.Select(Network)];

    private static readonly (UInt128 Start, int Bits) s_global = Network("2000::/3");
    private static readonly (UInt128 Start, int Bits) s_teredo = Network("2001::/32");
    private static readonly (UInt128 Start, int Bits) s_sixToFour = Network("2002::/16");
    private static readonly (UInt128 Start, int Bits) s_nat64 = Network("64:ff9b::/96");

    /// <summary>True when a program may connect to the address on behalf of a stranger.</summary>
    public static bool Contain(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(s_notPublic4, network => Holds(network, Number(address)));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
            return false;
        var number = Number(address);
        if (Holds(s_nat64, number))
            return Contain(Inside(number, 0));
        if (!Holds(s_global, number) || Array.Exists(s_notPublic6, network => Holds(network, number)))
            return false;
        if (Holds(s_sixToFour, number))
            return Contain(Inside(number, 80));

        // Teredo carries its server and, inverted, its client.
        if (Holds(s_teredo, number))
            return Contain(Inside(number, 64)) && Contain(Inside(~number, 0));
        return !IsIsatap(number) || Contain(Inside(number, 0));
    }

    private static bool IsIsatap(UInt128 number) => ((uint)(number >> 32) & 0xfdffffff) == 0x00005efe;

    private static IPAddress Inside(UInt128 number, int shift)
    {
        var four = (uint)(number >> shift);
        return new IPAddress([(byte)(four >> 24), (byte)(four >> 16), (byte)(four >> 8), (byte)four]);
    }

    private static bool Holds((UInt128 Start, int Bits) network, UInt128 number) => (network.Start ^ number) >> (128 - network.Bits) == 0;

    private static (UInt128 Start, int Bits) Network(string text)
    {
        var slash = text.IndexOf('/');
        return (Number(IPAddress.Parse(text[..slash])), int.Parse(text.AsSpan(slash + 1), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The address at the upper end of the number, so that prefixes of both families compare alike.</summary>
    private static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
