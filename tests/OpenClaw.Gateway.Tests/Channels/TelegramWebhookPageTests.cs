using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Storage.Journal;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Gateway.Tests.Channels;

public sealed class TelegramWebhookPageTests : IAsyncLifetime
{
    private const string Secret = "s3cret_of-the-test";
    private readonly HttpClient _http = new();
    private BotApiServer _server = null!;
    private TestGateway _gateway = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uri Page => new($"http://127.0.0.1:{_gateway.Port}/telegram-webhook");

    public async ValueTask InitializeAsync()
    {
        _server = await BotApiServer.StartAsync();
        var config = new JsonObject
        {
            ["gateway"] = new JsonObject { ["mode"] = "local", ["auth"] = new JsonObject { ["mode"] = "token", ["token"] = TestGateway.Token } },
            ["channels"] = new JsonObject
            {
                ["telegram"] = new JsonObject
                {
                    ["botToken"] = _server.Token, ["apiRoot"] = _server.Root, ["dmPolicy"] = "disabled",
                    ["webhookUrl"] = "https://bot.example/telegram-webhook", ["webhookSecret"] = Secret,
                },
            },
        };
        _gateway = await TestGateway.StartOnFileAsync(config.ToJsonString());
        await _server.WaitForAsync("setWebhook", static call => call.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _server.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task An_update_with_the_secret_is_in_the_journal_when_it_is_answered()
    {
        _server.Push(BotUpdates.Text(7, "posted"));

        Assert.Equal([HttpStatusCode.OK], await _server.DeliverAsync(Page));

        var items = await _gateway.Parts.Channels.Journal.ListAsync(new QueueFilter(Channel: "telegram", Box: "inbox", All: true), Ct);
        Assert.Equal("7", Assert.Single(items).ChatId);
        Assert.Equal(0, _server.Unconfirmed);
    }

    [Fact]
    public async Task Fix_14_a_missing_or_wrong_secret_is_refused_before_the_body_is_looked_at()
    {
        _server.Push(BotUpdates.Text(7, "posted"));

        Assert.Equal([HttpStatusCode.Unauthorized], await _server.DeliverAsync(Page, secret: "wrong"));
        Assert.Equal([HttpStatusCode.Unauthorized], await _server.DeliverAsync(Page, secret: ""));

        Assert.Empty(await _gateway.Parts.Channels.Journal.ListAsync(new QueueFilter(All: true), Ct));
        Assert.Equal(1, _server.Unconfirmed);
    }

    [Fact]
    public async Task What_is_no_update_is_named_and_what_is_too_large_is_not_read()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("{}"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("not json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync($$"""{"update_id":1,"x":"{{new string('x', 1024 * 1024)}}"}"""));
        using var get = await _http.GetAsync(Page, Ct);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Fact]
    public async Task A_gateway_that_is_stopping_takes_nothing_so_that_Telegram_comes_again()
    {
        await _gateway.Parts.Channels.StopReceivingAsync();
        _server.Push(BotUpdates.Text(7, "posted"));

        Assert.Equal([HttpStatusCode.ServiceUnavailable], await _server.DeliverAsync(Page));

        Assert.Equal(1, _server.Unconfirmed);
    }

    private async Task<HttpStatusCode> PostAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Page) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var response = await _http.SendAsync(request, Ct);
        return response.StatusCode;
    }
}
