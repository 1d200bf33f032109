using System.Net;
using OpenClaw.Gateway.ControlPlane.Admission;

namespace OpenClaw.Gateway.Tests.Admission;

/// <summary>Local or remote: the table of spec 01 §6 with the rules of spec 12.</summary>
public class PeerTests
{
    // peer, Host, X-Forwarded-For, X-Real-IP, trusted proxies → local, client, reported
    public static TheoryData<string, string?, string?, string?, string, bool, string, string?> Table => new()
    {
        { "127.0.0.1", "localhost:18789", null, null, "", true, "127.0.0.1", null },
        { "127.9.9.9", "127.0.0.1:18789", null, null, "", true, "127.9.9.9", null },
        { "::1", "[::1]:18789", null, null, "", true, "::1", null },
        { "::ffff:127.0.0.1", "localhost", null, null, "", true, "127.0.0.1", null },
        { "127.0.0.1", "example.com", null, null, "", false, "127.0.0.1", null },
        { "127.0.0.1", "box.tail1.ts.net", null, null, "", false, "127.0.0.1", null },
        { "127.0.0.1", null, null, null, "", false, "127.0.0.1", null },
        { "127.0.0.1", "localhost", "203.0.113.9", null, "", false, "127.0.0.1", null },
        { "127.0.0.1", "localhost", "127.0.0.1", null, "", false, "127.0.0.1", null },
        { "127.0.0.1", "localhost", null, "127.0.0.1", "", false, "127.0.0.1", null },
        { "127.0.0.1", "localhost", "127.0.0.1", null, "127.0.0.1", true, "127.0.0.1", null },
        { "127.0.0.1", "localhost", "8.8.8.8", null, "127.0.0.1", false, "8.8.8.8", "8.8.8.8" },
        { "127.0.0.1", "localhost", "8.8.8.8, 127.0.0.1", null, "127.0.0.1", false, "8.8.8.8", "8.8.8.8" },
        { "127.0.0.1", "localhost", "127.0.0.1, 8.8.8.8", null, "127.0.0.1", false, "8.8.8.8", "8.8.8.8" },
        { "127.0.0.1", "localhost", null, "8.8.4.4", "127.0.0.1", false, "8.8.4.4", "8.8.4.4" },
        { "127.0.0.1", "localhost", "8.8.8.8:4711", null, "::ffff:127.0.0.1", false, "8.8.8.8", "8.8.8.8" },
        { "10.0.0.2", "localhost", "[2001:db8::1]:4711", null, "10.0.0.2", false, "2001:db8::1", "2001:db8::1" },
        { "10.0.0.2", "gateway.lan", "8.8.8.8", null, "10.0.0.0/24", false, "10.0.0.2", null },
        { "10.0.0.2", "gateway.lan", null, null, "", false, "10.0.0.2", "10.0.0.2" },
        { "10.0.0.2", "localhost", "127.0.0.1", null, "", false, "10.0.0.2", null },
        { "10.0.0.2", "localhost", "junk", null, "10.0.0.2", false, "10.0.0.2", "10.0.0.2" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_peer_is_local_only_when_nothing_says_otherwise(
        string peer, string? host, string? forwardedFor, string? realIp, string trusted, bool local, string client, string? reported)
    {
        var headers = new ForwardedHeaders { Host = host, ForwardedFor = forwardedFor, RealIp = realIp };

        var result = Peer.Resolve(IPAddress.Parse(peer), headers, trusted.Length == 0 ? [] : [trusted]);

        Assert.Equal((local, client, reported), (result.IsLocal, result.Client.ToString(), result.ReportedIp));
    }
}
