using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.Tests.Sidecars;

namespace OpenClaw.Channels.Tests.WhatsApp;

public sealed class WhatsAppLoginTests : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly ScriptedSidecar _sidecar = new();

    public ValueTask DisposeAsync() => _sidecar.DisposeAsync();

    [Fact]
    public async Task The_newest_picture_is_the_one_that_is_shown_and_the_files_are_free_when_it_is_over()
    {
        await using var bench = Bench();
        _sidecar.On("login.start", _ => new JsonObject { ["loginId"] = "l", ["linked"] = false });
        await using var login = await BeginAsync(bench, new LoginRequest());
        var start = await _sidecar.NextAsync("login.start");
        Assert.Equal(("qr", bench.AuthDir), (start.Text("mode"), start.Text("authDir")));

        var seen = new List<string>();
        login.QrChanged += seen.Add;
        _sidecar.Say("login.qr", new JsonObject { ["accountId"] = "default", ["qr"] = "one" });
        Assert.Equal("one", await login.FirstAsync(TestContext.Current.CancellationToken));
        _sidecar.Say("login.qr", new JsonObject { ["accountId"] = "default", ["qr"] = "two" });
        _sidecar.Say("inbound", new JsonObject { ["accountId"] = "default", ["seq"] = 1 });
        _sidecar.Say("login.done", new JsonObject { ["accountId"] = "default", ["ok"] = true, ["self"] = new JsonObject { ["e164"] = "+4511111111" } });

        Assert.Equal(new LoginEnd(true, "WhatsApp is linked as +4511111111."), await login.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken));
        Assert.Equal("two", login.Qr);
        Assert.Equal(["one", "two"], seen);
        await _sidecar.NextAsync("account.stop");
    }

    [Fact]
    public async Task A_phone_number_asks_for_a_code_to_type()
    {
        await using var bench = Bench();
        await using var login = await BeginAsync(bench, new LoginRequest("+45 1111 1111"));
        var start = await _sidecar.NextAsync("login.start");
        _sidecar.Say("login.code", new JsonObject { ["accountId"] = "default", ["code"] = "ABCD1234" });

        Assert.Equal(("code", "+45 1111 1111"), (start.Text("mode"), start.Text("phone")));
        Assert.Equal("ABCD1234", await login.FirstAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ABCD1234", login.PairingCode);
        Assert.Null(login.Qr);
    }

    [Theory]
    [InlineData("expired", "Nobody scanned")]
    [InlineData("refused", "WhatsApp refused")]
    [InlineData("unreachable", "could not be reached")]
    [InlineData("failed", "the log says more")]
    public async Task An_end_without_a_link_says_why_and_whoever_waits_for_a_picture_hears_of_it(string reason, string words)
    {
        await using var bench = Bench();
        await using var login = await BeginAsync(bench, new LoginRequest());
        await _sidecar.NextAsync("login.start");
        _sidecar.Say("login.done", new JsonObject { ["accountId"] = "default", ["ok"] = false, ["reason"] = reason });

        var end = await login.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        Assert.False(end.Ok);
        Assert.Contains(words, end.Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => login.FirstAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Files_that_another_process_uses_are_named_with_that_process()
    {
        await using var bench = Bench();
        _sidecar.Refuse("login.start", 4010, "locked", new JsonObject { ["reason"] = "authDirLocked", ["pid"] = 4242 });
        await using var login = await BeginAsync(bench, new LoginRequest());

        Assert.Contains("in use by process 4242", (await login.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public async Task Missing_Node_is_the_answer_and_no_exception()
    {
        await using var bench = new WhatsAppBench(_ => Host(() => SidecarPlan.Failed("Node.js 20 or newer is needed")));
        await using var login = await BeginAsync(bench, new LoginRequest());

        Assert.Equal(new LoginEnd(false, "Node.js 20 or newer is needed"), await login.Completion.WaitAsync(s_patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Giving_up_tells_the_sidecar_to_let_go()
    {
        await using var bench = Bench();
        var login = await BeginAsync(bench, new LoginRequest());
        await _sidecar.NextAsync("login.start");

        await login.DisposeAsync();

        await _sidecar.NextAsync("account.stop");
        Assert.False((await login.Completion).Ok);
    }

    [Fact]
    public async Task A_logout_tells_the_phone_and_removes_the_files()
    {
        await using var bench = Bench();
        bench.Link();
        _sidecar.On("account.start", _ =>
        {
            _sidecar.Say("account.state", new JsonObject { ["accountId"] = "default", ["state"] = "open" });
            return new JsonObject { ["accepted"] = true };
        });

        var result = await bench.Channel.LogoutAsync(bench.Config(), "default", bench.Host, TestContext.Current.CancellationToken);

        Assert.Equal(new LogoutResult(true, true), result);
        Assert.True((await _sidecar.NextAsync("account.logout")).Params.GetProperty("unlink").GetBoolean());
        Assert.False(Directory.Exists(bench.AuthDir));
        Assert.False(bench.Channel.Link(bench.Config(), "default").IsLinked);
    }

    [Fact]
    public async Task A_logout_of_what_is_not_linked_starts_nothing_and_says_so()
    {
        await using var bench = new WhatsAppBench(_ => Host(() => throw new InvalidOperationException("started")));

        Assert.Equal(new LogoutResult(false, false), await bench.Channel.LogoutAsync(bench.Config(), "default", bench.Host, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_logout_without_a_sidecar_still_removes_the_files()
    {
        await using var bench = new WhatsAppBench(_ => Host(() => SidecarPlan.Failed("no Node.js")));
        bench.Link();

        Assert.True((await bench.Channel.LogoutAsync(bench.Config(), "default", bench.Host, TestContext.Current.CancellationToken)).Cleared);
        Assert.False(Directory.Exists(bench.AuthDir));
    }

    [Fact]
    public async Task A_logout_of_a_login_in_use_elsewhere_is_refused_and_removes_nothing()
    {
        await using var bench = Bench();
        bench.Link();
        _sidecar.Refuse("account.start", 4010, "locked", new JsonObject { ["reason"] = "authDirLocked", ["pid"] = 7 });

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => bench.Channel.LogoutAsync(bench.Config(), "default", bench.Host, TestContext.Current.CancellationToken));

        Assert.Contains("process 7", refusal.Message);
        Assert.True(bench.Channel.Link(bench.Config(), "default").IsLinked);
    }

    [Fact]
    public async Task In_a_folder_that_others_use_too_only_files_of_whatsapp_go()
    {
        await using var bench = new WhatsAppBench(_ => Host(() => SidecarPlan.Failed("no Node.js")));
        foreach (var name in new[] { "creds.json", "session-1.0.json", "pre-key-1.json", "oauth.json", "whatsapp-allowFrom.json", "notes.txt" })
            bench.Write("state/credentials/" + name, """{"me":{"id":"4511111111:3@s.whatsapp.net"}}""");
        Assert.True(bench.Channel.Link(bench.Config(), "default").IsLinked);

        Assert.True((await bench.Channel.LogoutAsync(bench.Config(), "default", bench.Host, TestContext.Current.CancellationToken)).Cleared);

        Assert.Equal(["notes.txt", "oauth.json", "whatsapp-allowFrom.json"], Directory.EnumerateFiles(bench.Paths.CredentialsDir).Select(f => Path.GetFileName(f)!).Order());
    }

    private WhatsAppBench Bench() => new(_ => Host(() => new SidecarPlan(new SidecarProgram("none", [], "/", new Dictionary<string, string>()))));

    private SidecarHost Host(Func<SidecarPlan> plan) => new(
        new SidecarSpec { Name = "WhatsApp sidecar", Prepare = _ => Task.FromResult(plan()), Initialize = static _ => { } },
        TimeProvider.System, NullLogger.Instance, (_, _) => _sidecar, Random.Shared);

    private static Task<ILogin> BeginAsync(WhatsAppBench bench, LoginRequest request) =>
        bench.Channel.BeginLoginAsync("default", request, bench.Host, TestContext.Current.CancellationToken);
}
