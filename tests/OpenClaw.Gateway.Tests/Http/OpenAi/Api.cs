using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Conversations;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Http.OpenAi;

/// <summary>A gateway with the model APIs switched on, and a client of them.</summary>
internal sealed class Api : IAsyncDisposable
{
    private Api(TestGateway gateway, ModelServer server)
    {
        Gateway = gateway;
        Model = server;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{gateway.Port}"), Timeout = TimeSpan.FromSeconds(30) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestGateway.Token);
    }

    public TestGateway Gateway { get; }

    public ModelServer Model { get; }

    public HttpClient Http { get; }

    public static async Task<Api> StartAsync(params Func<ModelExchange, Task>[] script)
    {
        var server = new ModelServer(script);
        var gateway = await Talk.WithAsync(server);
        gateway.Change(config => config with
        {
            Http = new GatewayHttpConfig { ChatCompletionsEnabled = true, Responses = new ResponsesEndpointConfig { Enabled = true } },
        }, keepRest: true);
        return new Api(gateway, server);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Status and JSON of a POST.</summary>
    public async Task<(int Status, JsonNode Body)> AskAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var response = await PostAsync(path, body, headers);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>The events of a streamed POST: name (or empty) and data.</summary>
    public async Task<IReadOnlyList<(string Name, string Data)>> StreamAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var response = await PostAsync(path, body, headers);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(static block =>
        {
            var lines = block.Split('\n');
            return lines.Length == 2 ? (lines[0]["event: ".Length..], lines[1]["data: ".Length..]) : (string.Empty, lines[0]["data: ".Length..]);
        })];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Gateway.DisposeAsync();
        await Model.DisposeAsync();
    }
}
