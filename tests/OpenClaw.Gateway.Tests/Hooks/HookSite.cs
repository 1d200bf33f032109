using System.Net;
using System.Text.Json;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Conversations;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Hooks;

/// <summary>A gateway that serves hooks, a scripted model behind it, and a program that calls them.</summary>
internal sealed class HookSite : IAsyncDisposable
{
    public const string Secret = "hook-secret-1";

    private readonly HttpClient _http;

    private HookSite(ModelServer model, TestGateway gateway)
    {
        (Model, Gateway) = (model, gateway);
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{gateway.Port}") };
    }

    public ModelServer Model { get; }

    public TestGateway Gateway { get; }

    public static async Task<HookSite> StartAsync(Func<HooksConfig, HooksConfig>? change = null, params Func<ModelExchange, Task>[] script)
    {
        var model = new ModelServer(script);
        var gateway = await Talk.WithAsync(model);
        var hooks = new HooksConfig { Enabled = true, Token = Secret };
        gateway.ChangeConfig(config => config with { Hooks = change?.Invoke(hooks) ?? hooks });
        return new HookSite(model, gateway);
    }

    /// <summary>Posts with the right token unless told otherwise; <paramref name="token"/> empty means none.</summary>
    public async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> PostAsync(
        string path, string body, string? token = Secret, string? key = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = new StringContent(body) };
        if (token is { Length: > 0 })
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }

    /// <summary>What the main session is going to be told.</summary>
    public IReadOnlyList<string> Notes => [.. Gateway.Parts.Conversations.Notes.Peek("agent:main:main").Select(static note => note.Text)];

    public async Task<string> PromptAsync(int index = 0)
    {
        for (var i = 0; Model.Requests.Count <= index; i++)
        {
            Assert.True(i < 1000, "the model was not asked");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var content = Model.Requests[index].Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        return content.ValueKind == JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(static part => part.GetProperty("text").GetString()));
    }

    /// <summary>A call that came through a proxy from this address.</summary>
    public async Task<HttpStatusCode> GuessAsync(string address, string token = "wrong")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/wake") { Content = new StringContent("""{"text":"x","mode":"next-heartbeat"}""") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", address);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Waits for something that happens in the background.</summary>
    public static async Task UntilAsync(Func<bool> happened)
    {
        for (var i = 0; !happened(); i++)
        {
            Assert.True(i < 1500, "it did not happen");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Gateway.DisposeAsync();
        await Model.DisposeAsync();
    }
}
