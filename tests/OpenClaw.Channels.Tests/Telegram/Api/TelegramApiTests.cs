using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Tests.Telegram.Support;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Channels.Tests.Telegram.Api;

public sealed class TelegramApiTests : IAsyncLifetime
{
    private BotApiServer _server = null!;
    private TelegramApi _api = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await BotApiServer.StartAsync();
        _api = Api(_server.Root);
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_call_brings_its_result()
    {
        var me = await _api.GetMeAsync(Ct);

        Assert.True(me.Ok);
        Assert.Equal(("claw_bot", 4242L, true), (me.Value!.Username, me.Value.Id, me.Value.HasTopicsEnabled));
    }

    [Fact]
    public async Task A_file_goes_out_as_a_form_and_keeps_its_name()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3], Ct);
        var parameters = new JsonObject { ["chat_id"] = "7", ["caption"] = "æøå <b>", ["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray() } };

        var sent = await _api.MessageAsync("sendDocument", parameters, Ct, new BotUpload("document", path, "smørrebrød \"1\".pdf"));
        File.Delete(path);

        Assert.True(sent.Ok, sent.Failure?.Description);
        var call = Assert.Single(_server.CallsOf("sendDocument"));
        Assert.Equal("smørrebrød _1_.pdf", call.Files["document"].FileName);
        Assert.Equal("application/octet-stream", call.Files["document"].ContentType);
        Assert.Equal([1, 2, 3], call.Files["document"].Content);
        Assert.Equal("æøå <b>", call["caption"]);
        Assert.IsType<JsonArray>(call.Params["reply_markup"]!["inline_keyboard"]);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_no_network_trouble()
    {
        var sent = await _api.MessageAsync("sendDocument", new JsonObject { ["chat_id"] = "7" }, Ct, new BotUpload("document", "/nowhere/x", "x"));

        Assert.Equal(400, sent.Failure!.Code);
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public async Task A_refusal_says_when_to_come_back_and_where_the_chat_went()
    {
        _server.Fail("sendMessage", BotApiFailure.TooMany(7));
        _server.Fail("sendMessage", new BotApiFailure(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = -100777L }));

        var first = await _api.MessageAsync("sendMessage", new JsonObject { ["chat_id"] = "-7", ["text"] = "x" }, Ct);
        var second = await _api.MessageAsync("sendMessage", new JsonObject { ["chat_id"] = "-7", ["text"] = "x" }, Ct);

        Assert.Equal((429, TimeSpan.FromSeconds(7)), (first.Failure!.Code, first.Failure.RetryAfter));
        Assert.Equal("-100777", second.Failure!.MigrateTo);
        Assert.False(second.Failure.IsUncertain);
    }

    [Fact]
    public async Task No_failure_shows_the_token()
    {
        var failures = new List<TelegramFailure>();
        _server.GoDown();
        failures.Add((await _api.GetMeAsync(Ct)).Failure!);
        failures.Add((await _api.DownloadAsync("photos/1.jpg", Stream.Null, 10, Ct))!);
        _server.ComeBack();
        _server.Revoke();
        failures.Add((await _api.GetMeAsync(Ct)).Failure!);
        using var nowhere = Api("http://127.0.0.1:1");
        failures.Add((await nowhere.GetMeAsync(Ct)).Failure!);
        using var noName = Api("http://bot-api.invalid");
        failures.Add((await noName.GetMeAsync(Ct)).Failure!);

        Assert.All(failures, failure => Assert.DoesNotContain("AAHdq", failure.ToString(), StringComparison.Ordinal));
        Assert.True(failures[2].IsUnauthorized);
        Assert.False(failures[3].IsUncertain);
        Assert.False(failures[4].IsUncertain);
    }

    [Fact]
    public async Task An_answer_that_is_lost_leaves_it_open_whether_it_was_done()
    {
        _server.LoseAnswers("sendMessage");

        var sent = await _api.MessageAsync("sendMessage", new JsonObject { ["chat_id"] = "7", ["text"] = "x" }, Ct);

        Assert.True(sent.Failure is { IsNetwork: true, IsUncertain: true });
        Assert.Single(_server.CallsOf("sendMessage"));
    }

    [Fact]
    public async Task A_call_that_takes_too_long_ends_by_itself()
    {
        var time = new FakeTimeProvider();
        using var api = Api(_server.Root, time);
        using var held = _server.Hold("getMe");
        var call = api.GetMeAsync(Ct);
        while (_server.CallsOf("getMe").Count == 0)
            await Task.Yield();

        time.Advance(TelegramApi.DefaultTimeout + TimeSpan.FromSeconds(1));

        Assert.True((await call).Failure is { IsNetwork: true, IsUncertain: true });
    }

    [Fact]
    public async Task A_call_that_is_broken_off_by_a_stop_may_have_been_done_and_one_after_it_was_not()
    {
        var api = Api(_server.Root);
        using var held = _server.Hold("sendMessage");
        var call = api.MessageAsync("sendMessage", new JsonObject { ["chat_id"] = "7", ["text"] = "x" }, Ct);
        while (_server.CallsOf("sendMessage").Count == 0)
            await Task.Yield();

        api.Dispose();

        Assert.True((await call).Failure is { IsNetwork: true, IsUncertain: true });
        Assert.True((await api.GetMeAsync(Ct)).Failure is { IsNetwork: true, IsUncertain: false });
    }

    [Fact]
    public async Task A_download_stops_at_its_limit()
    {
        _server.AddFile("f1", new byte[1000], "docs/f1.bin");
        var place = await _api.GetFileAsync("f1", Ct);
        using var whole = new MemoryStream();

        var ok = await _api.DownloadAsync(place.Value!.FilePath!, whole, 1000, Ct);
        var cut = await _api.DownloadAsync(place.Value.FilePath!, Stream.Null, 999, Ct);

        Assert.Null(ok);
        Assert.Equal(1000, whole.Length);
        Assert.Equal(413, cut!.Code);
    }

    [Fact]
    public async Task A_proxy_is_used_for_every_call()
    {
        using var api = new TelegramApi(
            new TelegramEndpoint(new Uri("http://bot-api.invalid"), _server.Token), null, TimeProvider.System, BotConnections.Open(new Uri(_server.Root), onlyIpv4: false));

        var me = await api.GetMeAsync(Ct);

        Assert.True(me.Ok, me.Failure?.Description);
    }

    [Fact]
    public async Task A_SOCKS_proxy_is_used_too_and_is_given_the_name()
    {
        await using var proxy = new SocksProxy(new Uri(_server.Root).Port);
        using var api = new TelegramApi(
            new TelegramEndpoint(new Uri("http://bot-api.invalid"), _server.Token), null, TimeProvider.System, BotConnections.Open(new Uri($"socks5://127.0.0.1:{proxy.Port}"), onlyIpv4: false));

        var me = await api.GetMeAsync(Ct);

        Assert.True(me.Ok, me.Failure?.Description);
        Assert.Equal("bot-api.invalid", proxy.AskedFor);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_name_with_an_address_that_leads_nowhere_is_reached_by_another(bool onlyIpv4)
    {
        // Where localhost has an IPv6 address, nobody listens on it.
        using var api = new TelegramApi(
            new TelegramEndpoint(new Uri($"http://localhost:{new Uri(_server.Root).Port}"), _server.Token), null, TimeProvider.System, BotConnections.Open(null, onlyIpv4));

        Assert.True((await api.GetMeAsync(Ct)).Ok);
    }

    [Fact]
    public async Task An_answer_of_something_else_than_the_API_is_a_failure_with_its_status()
    {
        var first = await _api.CallAsync("noSuchMethod", [], BotJson.Default.Boolean, Ct);
        _server.Fail("getMe", new BotApiFailure(502, "Bad Gateway"));
        var second = await _api.GetMeAsync(Ct);

        Assert.Equal(404, first.Failure!.Code);
        Assert.True(second.Failure is { Code: 502, IsUncertain: true });
    }

    [Theory]
    [InlineData("123:AA-b_c", true)]
    [InlineData("123/../x", false)]
    [InlineData("123:ab c", false)]
    [InlineData("", false)]
    public void A_token_cannot_change_the_address(string token, bool ok) => Assert.Equal(ok, TelegramEndpoint.IsToken(token));

    private TelegramApi Api(string root, TimeProvider? time = null) => new(
        new TelegramEndpoint(new Uri(root), _server.Token), null, time ?? TimeProvider.System, BotConnections.Open(null, onlyIpv4: false));
}
