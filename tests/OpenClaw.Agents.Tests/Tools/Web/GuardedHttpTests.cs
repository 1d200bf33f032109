using System.IO.Compression;
using System.Text;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools.Web;

namespace OpenClaw.Agents.Tests.Tools.Web;

public class GuardedHttpTests
{
    private static readonly string[] s_public = ["93.184.216.34"];

    /// <summary>Every spelling of a place that is not public.</summary>
    public static TheoryData<string> NotPublic =>
    [
        "http://127.0.0.1/", "http://127.0.0.1:8080/x", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/",
        "http://0x7F.1/", "http://017700000001/", "http://0177.0.0.1/", "http://0177.0.0.01/", "http://127.0.0.1./", "http://127.000.000.001/", "http://0/",
        "http://0.0.0.0/", "http://10.0.0.1/", "http://10.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/",
        "http://0xa9fea9fe/", "http://2852039166/", "http://100.64.0.1/", "http://100.100.100.200/", "http://192.0.0.192/", "http://192.0.2.1/", "http://198.18.0.1/",
        "http://198.51.100.7/", "http://203.0.113.9/", "http://224.0.0.1/", "http://239.255.255.250/", "http://240.0.0.1/", "http://255.255.255.255/", "http://168.63.129.16/",
        "http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::ffff:10.0.0.1]/", "http://[::127.0.0.1]/",
        "http://[::7f00:1]/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fec0::1]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/", "http://[ff02::1]/",
        "http://[64:ff9b::127.0.0.1]/", "http://[64:ff9b::a9fe:a9fe]/", "http://[64:ff9b:1::1]/", "http://[2002:7f00:1::]/", "http://[2002:c0a8:101::1]/",
        "http://[2001:0:7f00:1::]/", "http://[2001:0:5db8:d822::80ff:fffe]/", "http://[2001:db8::1]/", "http://[3fff::1]/", "http://[100::1]/", "http://[2001:2::1]/",
        "http://[2606:4700::5efe:10.0.0.1]/", "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://localhost../", "http://foo.localhost/",
        "http://printer.local/", "http://printer.local./", "http://db.internal/", "http://metadata.google.internal/", "http://localhost.localdomain/", "http://router.home.arpa/",
        "http://１２７.0.0.1/", "http://127。0。0。1/", "http://127．0．0．1/", "http://127%2e0%2e0%2e1/", "http://%6cocalhost/",
        "http://example.com@127.0.0.1/", "http://user:pw@example.com/", "http://example.com\\@127.0.0.1/", "http://example.com#@127.0.0.1\n/", "http://1.2.3.4.5/",
        "http://0x1ffffffff/", "http://256.256.256.256/", "http://08.8.8.8/", "http:///x", "http://", "file:///etc/passwd", "ftp://example.com/", "gopher://example.com/",
        "javascript:alert(1)", "data:text/plain,x", "//example.com/", "/etc/passwd", "example.com", "",
    ];

    [Theory]
    [MemberData(nameof(NotPublic))]
    public async Task What_is_not_public_is_refused_without_any_connection(string url)
    {
        var network = new ScriptedNetwork();
        using var http = new GuardedHttp(TimeProvider.System, network);

        var (answer, failure) = await http.GetAsync(Request(url), TestContext.Current.CancellationToken);

        Assert.Null(answer);
        Assert.True(failure!.Kind is GuardedFailureKind.Blocked or GuardedFailureKind.Invalid, failure.ToString());
        Assert.Empty(network.Connects);
        Assert.Empty(network.Lookups);
    }

    [Theory]
    [InlineData("http://93.184.216.34/", "93.184.216.34")]
    [InlineData("http://0x5db8d822/", "93.184.216.34")]
    [InlineData("http://[2606:4700:4700::1111]/", "2606:4700:4700::1111")]
    [InlineData("http://[64:ff9b::5db8:d822]/", "64:ff9b::5db8:d822")]
    public async Task A_public_number_is_connected_to_as_it_is(string url, string address)
    {
        await using var server = new WebServer().Page("/", "hello");
        var network = new ScriptedNetwork(server.Port);
        using var http = new GuardedHttp(TimeProvider.System, network);

        var (answer, failure) = await http.GetAsync(Request(url), TestContext.Current.CancellationToken);

        Assert.Null(failure);
        Assert.Equal("hello", Encoding.UTF8.GetString(answer!.Body.Span));
        Assert.Equal(System.Net.IPAddress.Parse(address), Assert.Single(network.Connects).Address);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("93.184.216.34", "127.0.0.1")]
    [InlineData("93.184.216.34", "::ffff:10.0.0.1")]
    [InlineData("fe80::1%3")]
    public async Task A_name_with_one_private_address_is_refused(params string[] addresses)
    {
        var network = new ScriptedNetwork().Name("evil.example", addresses);
        using var http = new GuardedHttp(TimeProvider.System, network);

        var (_, failure) = await http.GetAsync(Request("http://evil.example/"), TestContext.Current.CancellationToken);

        Assert.Equal(new GuardedFailure(GuardedFailureKind.Blocked, "Blocked: private/internal IP address"), failure);
        Assert.Empty(network.Connects);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_after_the_check_is_still_connected_where_it_was_checked()
    {
        await using var server = new WebServer().Page("/", "hello");
        var network = new ScriptedNetwork(server.Port).Name("rebind.example", s_public, ["127.0.0.1"]);
        using var http = new GuardedHttp(TimeProvider.System, network);

        var (first, _) = await http.GetAsync(Request("http://rebind.example/"), TestContext.Current.CancellationToken);
        var (second, failure) = await http.GetAsync(Request("http://rebind.example/"), TestContext.Current.CancellationToken);

        Assert.NotNull(first);
        Assert.Null(second);
        Assert.Equal(GuardedFailureKind.Blocked, failure!.Kind);
        Assert.Equal("93.184.216.34", Assert.Single(network.Connects).Address.ToString());
        Assert.Equal(2, network.Lookups.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1/secret")]
    [InlineData("http://inside.example/secret")]
    [InlineData("//localhost/secret")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    public async Task A_redirect_to_a_private_place_is_not_followed(string to)
    {
        await using var server = new WebServer().Redirect("/", to).Page("/secret", "inside");
        var network = new ScriptedNetwork(server.Port).Name("public.example", s_public).Name("inside.example", ["192.168.0.9"]);
        using var http = new GuardedHttp(TimeProvider.System, network);

        var (answer, failure) = await http.GetAsync(Request("http://public.example/"), TestContext.Current.CancellationToken);

        Assert.Null(answer);
        Assert.True(failure!.Kind is GuardedFailureKind.Blocked or GuardedFailureKind.Invalid, failure.ToString());
        Assert.Single(network.Connects);
    }

    [Fact]
    public async Task Redirects_are_followed_up_to_the_limit_and_each_is_looked_up_anew()
    {
        await using var server = new WebServer().Redirect("/", "/two").Redirect("/two", "http://other.example/three", 307).Page("/three", "there").Redirect("/loop", "/loop");
        var network = new ScriptedNetwork(server.Port).Name("one.example", s_public).Name("other.example", ["93.184.216.35"]);
        using var http = new GuardedHttp(TimeProvider.System, network);

        var (answer, _) = await http.GetAsync(Request("http://one.example/"), TestContext.Current.CancellationToken);
        var (_, failure) = await http.GetAsync(Request("http://one.example/loop"), TestContext.Current.CancellationToken);

        Assert.Equal("http://other.example/three", answer!.FinalUrl.AbsoluteUri);
        Assert.Equal(["93.184.216.34", "93.184.216.34", "93.184.216.35"], network.Connects.Take(3).Select(place => place.Address.ToString()));
        Assert.Equal(GuardedFailureKind.Redirects, failure!.Kind);
        Assert.Equal(7, network.Connects.Count);
    }

    [Fact]
    public async Task A_body_is_cut_or_refused_at_its_limit_while_it_is_read()
    {
        // No length is announced, and the server would go on for ever.
        await using var server = new WebServer().Page("/", async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 X\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"u8.ToArray());
            while (true)
                await stream.WriteAsync(new byte[4096]);
        });
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork(server.Port).Name("big.example", s_public));

        var (cut, _) = await http.GetAsync(Request("http://big.example/") with { MaxBytes = 10_000, CutAtLimit = true }, TestContext.Current.CancellationToken);
        var (_, failure) = await http.GetAsync(Request("http://big.example/") with { MaxBytes = 10_000 }, TestContext.Current.CancellationToken);

        Assert.True(cut!.Cut);
        Assert.Equal(10_000, cut.Body.Length);
        Assert.Equal(GuardedFailureKind.TooLarge, failure!.Kind);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_decompression_bomb_stops_at_the_limit(string encoding)
    {
        using var packed = new MemoryStream();
        await using (Stream zip = encoding switch { "gzip" => new GZipStream(packed, CompressionLevel.Fastest, true), "br" => new BrotliStream(packed, CompressionLevel.Fastest, true), _ => new ZLibStream(packed, CompressionLevel.Fastest, true) })
        {
            for (var i = 0; i < 64; i++)
                await zip.WriteAsync(new byte[1 << 20], TestContext.Current.CancellationToken);
        }

        await using var server = new WebServer().Page("/", packed.ToArray(), "text/plain", headers: $"Content-Encoding: {encoding}\r\n");
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork(server.Port).Name("bomb.example", s_public));

        var (_, failure) = await http.GetAsync(Request("http://bomb.example/") with { MaxBytes = 1 << 20 }, TestContext.Current.CancellationToken);
        var (cut, _) = await http.GetAsync(Request("http://bomb.example/") with { MaxBytes = 1 << 20, CutAtLimit = true }, TestContext.Current.CancellationToken);

        Assert.Equal(GuardedFailureKind.TooLarge, failure!.Kind);
        Assert.Equal(1 << 20, cut!.Body.Length);
    }

    [Fact]
    public async Task A_server_that_never_finishes_is_left_at_the_deadline()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var reached = new TaskCompletionSource();
        await using var server = new WebServer().Page("/", async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nhalf"u8.ToArray());
            reached.SetResult();
            await stream.ReadExactlyAsync(new byte[1]);
        });
        using var http = new GuardedHttp(time, new ScriptedNetwork(server.Port).Name("slow.example", s_public));

        var fetch = http.GetAsync(Request("http://slow.example/"), TestContext.Current.CancellationToken);
        await reached.Task;
        time.Advance(TimeSpan.FromSeconds(31));
        var (_, failure) = await fetch;

        Assert.Equal(GuardedFailureKind.Timeout, failure!.Kind);
    }

    [Fact]
    public async Task The_proxy_of_the_environment_and_cookies_are_not_used()
    {
        await using var server = new WebServer().Page("/", "one", headers: "Set-Cookie: a=b\r\n");
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork(server.Port).Name("plain.example", s_public));
        var before = HttpClient.DefaultProxy;
        try
        {
            HttpClient.DefaultProxy = new System.Net.WebProxy("http://127.0.0.1:1");
            await http.GetAsync(Request("http://plain.example/"), TestContext.Current.CancellationToken);
            var (answer, _) = await http.GetAsync(Request("http://plain.example/"), TestContext.Current.CancellationToken);
            Assert.Equal(200, answer!.Status);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.All(server.Requests, head => Assert.DoesNotContain("Cookie", head));
        Assert.All(server.Requests, head => Assert.Contains("Host: plain.example", head));
    }

    [Fact]
    public async Task An_unknown_name_is_a_failure_and_not_an_exception()
    {
        using var http = new GuardedHttp(TimeProvider.System, new ScriptedNetwork());

        var (_, failure) = await http.GetAsync(Request("http://nowhere.example/"), TestContext.Current.CancellationToken);

        Assert.Equal(GuardedFailureKind.Network, failure!.Kind);
    }

    private static GuardedRequest Request(string url) => new() { Url = url, MaxBytes = 1_000_000 };
}
