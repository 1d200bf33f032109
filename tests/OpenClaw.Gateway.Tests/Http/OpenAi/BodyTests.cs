using System.Net.Sockets;
using System.Text;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Http.OpenAi;

public class BodyTests
{
    [Fact]
    [Trait("Runbook", "G4")]
    public async Task A_body_that_is_too_large_is_a_413_and_the_connection_goes_on()
    {
        await using var api = await Api.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", api.Gateway.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();

        await SendAsync(stream, "POST", "/v1/chat/completions", new string(' ', 21 * 1024 * 1024));
        var first = await ReadAsync(stream);
        await SendAsync(stream, "GET", "/v1/models", "");
        var second = await ReadAsync(stream);

        Assert.StartsWith("HTTP/1.1 413 ", first, StringComparison.Ordinal);
        Assert.EndsWith("""{"error":{"message":"payload too large","type":"invalid_request_error"}}""", first, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_object_counts_as_empty_and_broken_JSON_is_named()
    {
        await using var api = await Api.StartAsync();

        var list = await api.AskAsync("/v1/chat/completions", "[1]");
        var nothing = await api.AskAsync("/v1/chat/completions", "  ");
        var broken = await api.AskAsync("/v1/chat/completions", "{nope");

        Assert.Equal("Missing user message in `messages`.", (string?)list.Body["error"]!["message"]);
        Assert.Equal("Missing user message in `messages`.", (string?)nothing.Body["error"]!["message"]);
        Assert.StartsWith("SyntaxError: ", (string?)broken.Body["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal((400, 400, 400), (list.Status, nothing.Status, broken.Status));
    }

    private static async Task SendAsync(NetworkStream stream, string method, string path, string body) =>
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TestGateway.Token}\r\nContent-Length: {body.Length}\r\n\r\n{body}"),
            TestContext.Current.CancellationToken);

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.NotEqual(0, read);
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            var head = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0)
                continue;
            var length = text.ToString()[..head].Split("\r\n").First(static h => h.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            if (text.Length >= head + 4 + int.Parse(length["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture))
                return text.ToString();
        }
    }
}
