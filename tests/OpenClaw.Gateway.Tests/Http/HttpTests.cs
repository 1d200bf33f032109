using System.Net;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Http;

[Trait("Runbook", "E7")]
public class HttpTests
{
    [Theory]
    [InlineData("GET", "/healthz", 200, """{"ok":true,"status":"live"}""")]
    [InlineData("HEAD", "/healthz", 200, "")]
    [InlineData("POST", "/healthz", 405, "")]
    [InlineData("GET", "/nowhere", 404, """{"error":{"message":"Not Found","type":"not_found"}}""")]
    [InlineData("POST", "/v1/chat/completions", 404, """{"error":{"message":"/v1/chat/completions is switched off; set gateway.http.endpoints.chatCompletions.enabled to true","type":"not_found"}}""")]
    [InlineData("GET", "/v1/responses", 404, """{"error":{"message":"/v1/responses is switched off; set gateway.http.endpoints.responses.enabled to true","type":"not_found"}}""")]
    public async Task Paths_are_answered_and_nothing_else_is_there(string method, string path, int status, string body)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://127.0.0.1:{gateway.Port}{path}");

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Readiness_says_what_is_missing()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var http = new HttpClient();
        var uri = new Uri($"http://127.0.0.1:{gateway.Port}/readyz");

        Assert.StartsWith("""{"ready":true,"failing":[],""", await http.GetStringAsync(uri, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        gateway.Parts.Hub.IsReady = false;
        using var response = await http.GetAsync(uri, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.StartsWith("""{"ready":false,"failing":["starting"],""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Runbook", "A6")]
    public async Task The_page_and_the_sockets_share_one_port()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var http = new HttpClient();

        Assert.Contains("<", await http.GetStringAsync(new Uri($"http://127.0.0.1:{gateway.Port}/"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var client = await gateway.OpenAsync();
        Assert.True(client.Upgraded);
    }

    [Fact]
    public async Task An_upgrade_of_another_version_is_told_which_one_is_spoken()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync(new Dictionary<string, string> { ["Sec-WebSocket-Version"] = "8" });

        Assert.Contains(" 426 ", client.Status, StringComparison.Ordinal);
        Assert.Contains("Sec-WebSocket-Version: 13", client.Head, StringComparison.Ordinal);
    }
}
