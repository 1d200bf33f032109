using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.WhatsApp;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>The channel with the real sidecar process and its unmodified library, against the stand-in of WhatsApp Web.</summary>
public sealed class WhatsAppEndToEndTests : IAsyncLifetime
{
    private const string Ann = "4522222222";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    private StandIn _whatsApp = null!;
    private WhatsAppBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _whatsApp = await StandIn.StartAsync();
        _bench = new WhatsAppBench(
            bench => new SidecarHost(
                WhatsAppSidecar.Spec(bench.Paths, new EnvironmentVariables([new(WhatsAppSidecar.TestUrlVariable, _whatsApp.Url)]), "test", _ => Task.FromResult(new SidecarPlan(Program()))),
                TimeProvider.System, NullLogger.Instance),
            web: """{ "reconnect": { "initialMs": 250, "maxMs": 500 } }""");
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _whatsApp.DisposeAsync();
    }

    [Fact]
    [Trait("Runbook", "D1")]
    public async Task A_phone_scans_the_picture_writes_and_is_answered_until_it_logs_us_out()
    {
        await LinkAsync();
        var link = _bench.Channel.Link(_bench.Config(), "default");
        Assert.Equal((true, "+4511111111"), (link.IsLinked, link.E164));

        var (account, stop, run) = Start();
        await WhatsAppBench.UntilAsync(() => account.IsReady);
        var sent = await _whatsApp.TellAsync("deliver", new JsonObject { ["from"] = Ann, ["text"] = "hello", ["pushName"] = "Ann" });
        var hello = await _bench.NextAsync();
        Assert.Equal(("message", "hello", "+" + Ann, "direct", "Ann"), (hello.Kind, hello.Text, hello.PeerId, hello.ChatType, hello.Sender.Name));
        Assert.EndsWith(sent.GetProperty("id").GetString()!, hello.Key);

        var part = new OutboundPart { Channel = "whatsapp", AccountId = "default", ChatId = hello.ChatId, Kind = "text", Text = "hi *Ann*" };
        var (first, again) = (await account.SendAsync(part, "c1", Stopped), await account.SendAsync(part, "c1", Stopped));
        Assert.True(first.Ok, first.Fault?.Message);
        Assert.Equal(first.MessageId, again.MessageId);
        Assert.Equal("hi *Ann*", (await _whatsApp.NextAsync("sent", e => e.GetProperty("id").GetString() == first.MessageId)).GetProperty("text").GetString());

        var poll = await account.SendAsync(part with { Kind = "poll", Text = "", Poll = new PollContent("Lunch?", ["12", "13"]) }, "c2", Stopped);
        Assert.True(poll.Ok, poll.Fault?.Message);
        Assert.Equal("Lunch?", (await _whatsApp.NextAsync("sent", e => e.GetProperty("kind").GetString() == "poll")).GetProperty("name").GetString());

        await _whatsApp.TellAsync("fault", new JsonObject { ["kind"] = "streamError", ["value"] = 401 });
        var end = await Assert.ThrowsAsync<AccountStoppedException>(() => run.WaitAsync(s_patience, Stopped));
        Assert.Contains("logged out on the phone", end.Message);
        await account.DisposeAsync();
        var after = _bench.Channel.Link(_bench.Config(), "default");
        Assert.Equal((false, "logged out"), (after.IsLinked, after.Problem));
        Assert.Equal("logged out", _bench.Channel.Standing(_bench.Config(), "default").Problem);
        stop.Dispose();
    }

    [Fact]
    public async Task A_lost_connection_comes_back_and_what_was_written_meanwhile_arrives_once()
    {
        await LinkAsync();
        var (account, stop, run) = Start();
        await WhatsAppBench.UntilAsync(() => account.IsReady);

        await _whatsApp.TellAsync("fault", new JsonObject { ["kind"] = "cut" });
        await WhatsAppBench.UntilAsync(() => account.State.LastDisconnect is not null);
        await _whatsApp.TellAsync("deliver", new JsonObject { ["to"] = "4511111111", ["from"] = Ann, ["text"] = "are you there" });
        await WhatsAppBench.UntilAsync(() => account.IsReady);

        Assert.Equal("are you there", (await _bench.NextAsync()).Text);
        Assert.Contains(_bench.Notes, n => n.Contains("lost its connection"));
        await EndAsync(stop, run);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_told_again_when_the_sidecar_was_killed_in_between()
    {
        await LinkAsync();
        var (account, stop, run) = Start();
        await WhatsAppBench.UntilAsync(() => account.IsReady);
        _bench.Accepts = false;
        await _whatsApp.TellAsync("deliver", new JsonObject { ["from"] = Ann, ["text"] = "keep me" });
        await WhatsAppBench.UntilAsync(() => _bench.Refused > 0);

        using (var process = System.Diagnostics.Process.GetProcessById((await _bench.Sidecar.SessionAsync(Stopped)).Session!.ProcessId))
            process.Kill();
        _bench.Accepts = true;
        await Assert.ThrowsAnyAsync<Exception>(() => run.WaitAsync(s_patience, Stopped));
        stop.Dispose();

        // What the supervisor does after a pause.
        (account, stop, run) = Start();
        Assert.Equal("keep me", (await _bench.NextAsync()).Text);
        await EndAsync(stop, run);
    }

    private async Task LinkAsync()
    {
        await using var login = await _bench.Channel.BeginLoginAsync("default", new LoginRequest(), _bench.Host, Stopped);
        var qr = await login.FirstAsync(Stopped).WaitAsync(s_patience, Stopped);
        await _whatsApp.TellAsync("scan", new JsonObject { ["qr"] = qr });
        var end = await login.Completion.WaitAsync(s_patience, Stopped);
        Assert.True(end.Ok, end.Message);
    }

    private (IChannelAccount Account, CancellationTokenSource Stop, Task Run) Start()
    {
        var account = _bench.Channel.Open("default", _bench.Host);
        var stop = new CancellationTokenSource();
        return (account, stop, Task.Run(() => account.RunAsync(stop.Token)));
    }

    private static async Task EndAsync(CancellationTokenSource stop, Task run)
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(s_patience, Stopped));
        stop.Dispose();
    }

    private SidecarProgram Program()
    {
        var folder = Path.Combine(StandIn.Repository, "sidecars", "whatsapp");
        return new SidecarProgram(
            "node", [Path.Combine(folder, "src", "main.js")], folder,
            new Dictionary<string, string>
            {
                ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["HOME"] = _bench.Paths.Home, ["NODE_EXTRA_CA_CERTS"] = _whatsApp.CaFile,
            });
    }
}
