using System.Net;
using OpenClaw.Conformance.Tests.Browser;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>The page to talk on, in a real browser.</summary>
[Trait("Category", "Acceptance")]
public sealed class WebChatTests : IAsyncLifetime
{
    private readonly PrivateHome _home = new();
    private StubModelServer _model = null!;
    private GatewayProcess _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        _model = await StubModelServer.StartAsync(ct);
        var port = GatewayProcess.FreePort();
        _home.WriteConfig(RecordedConfig.For(_home, port, _model.Port));
        _gateway = await GatewayProcess.StartAsync(_home, port, ct);
    }

    [Fact]
    [Trait("Runbook", "D4")]
    public async Task A_conversation_streams_stops_and_is_there_again_after_a_reload()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var chromium = await Chromium.StartAsync(ct);
        var page = await chromium.OpenAsync(Address($"#token={RecordedConfig.Token}"), ct);
        await page.WaitForAsync("document.querySelector('#status').innerText === 'Connected'", ct);
        Assert.DoesNotContain(RecordedConfig.Token, await page.TextAsync("body", ct));
        Assert.Equal("", (await page.EvaluateAsync("location.hash", ct))!.GetValue<string>());

        await page.TypeAsync("""hi [[stub {"text":"Hello, good to see you.","chunks":6,"delayMs":200}]]""", ct);
        await page.PressAsync("Enter", 13, ct);
        await page.WaitForAsync("/^Hello/.test(document.querySelector('.assistant.live .body')?.innerText)", ct);
        await page.WaitForAsync("document.querySelector('.assistant:not(.live) .body')?.innerText === 'Hello, good to see you.'", ct);

        var slow = string.Concat(Enumerable.Repeat("tick ", 60));
        await page.TypeAsync($$"""go on [[stub {"text":"{{slow}}","chunks":60,"delayMs":200}]]""", ct);
        await page.PressAsync("Enter", 13, ct);
        await page.WaitForAsync("/tick/.test(document.querySelector('.assistant.live .body')?.innerText)", ct);
        await page.EvaluateAsync("document.querySelector('#abort').click()", ct);
        await page.WaitForAsync("document.querySelector('.assistant:last-child .note')?.innerText === 'Stopped'", ct);
        await page.WaitForAsync("document.querySelector('#abort').hidden", ct);

        // The shared token was for one tab; what is left is this browser's own token.
        await page.EvaluateAsync("sessionStorage.clear()", ct);
        await page.GoToAsync(Address(""), ct);
        await page.WaitForAsync("document.querySelectorAll('.message').length >= 3", ct);
        Assert.Contains("Hello, good to see you.", await page.TextAsync("#messages", ct));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    [Trait("Runbook", "D4")]
    public async Task A_wrong_token_is_explained_and_the_right_one_gets_in()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var chromium = await Chromium.StartAsync(ct);
        var page = await chromium.OpenAsync(Address("#token=wrong"), ct);
        await page.WaitForAsync("!document.querySelector('#sign-in').hidden", ct);
        Assert.Equal("That is not the token of this gateway.", await page.TextAsync("#sign-in-error", ct));

        await page.TypeAsync(RecordedConfig.Token, ct);
        await page.PressAsync("Enter", 13, ct);

        await page.WaitForAsync("document.querySelector('#status').innerText === 'Connected'", ct);
        await page.WaitForAsync("document.querySelector('#sign-in').hidden", ct);
    }

    [Fact]
    [Trait("Runbook", "D4")]
    public async Task The_page_comes_back_by_itself_when_the_gateway_does()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var chromium = await Chromium.StartAsync(ct);
        var page = await chromium.OpenAsync(Address($"#token={RecordedConfig.Token}"), ct);
        await page.WaitForAsync("document.querySelector('#status').innerText === 'Connected'", ct);

        await _gateway.SignalAsync("TERM", ct);
        Assert.Equal(0, await _gateway.ExitCodeAsync(TimeSpan.FromSeconds(10), ct));
        await page.WaitForAsync("document.querySelector('#dot').dataset.state !== 'open'", ct);
        await page.TypeAsync("written while it was away", ct);
        await page.PressAsync("Enter", 13, ct);
        await page.WaitForAsync("/Waiting/.test(document.querySelector('.user .note')?.innerText)", ct);
        var port = _gateway.Port;
        await _gateway.DisposeAsync();
        _gateway = await GatewayProcess.StartAsync(_home, port, ct);

        await page.WaitForAsync("document.querySelector('.assistant:not(.live) .body')?.innerText === 'pong'", ct);
    }

    [Fact]
    public async Task CVE_2026_25253_the_page_takes_no_gateway_address_from_its_own_address()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var chromium = await Chromium.StartAsync(ct);
        var page = await chromium.OpenAsync(
            Address($"?gatewayUrl=ws://127.0.0.1:1/&url=ws://127.0.0.1:1/#gatewayUrl=ws://127.0.0.1:1/&token={RecordedConfig.Token}"), ct);

        await page.WaitForAsync("document.querySelector('#status').innerText === 'Connected'", ct);

        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task CVE_2026_44996_markup_in_a_message_stays_text_and_the_page_can_load_from_nowhere_else()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var chromium = await Chromium.StartAsync(ct);
        var page = await chromium.OpenAsync(Address($"#token={RecordedConfig.Token}"), ct);
        await page.WaitForAsync("document.querySelector('#status').innerText === 'Connected'", ct);

        await page.TypeAsync("""x [[stub {"text":"<img src=x onerror=alert(1)><script>document.title='owned'</script> file:///etc/passwd"}]]""", ct);
        await page.PressAsync("Enter", 13, ct);
        await page.WaitForAsync("document.querySelector('.assistant:not(.live) .body')?.innerText.includes('onerror')", ct);

        Assert.Equal(0, (await page.EvaluateAsync("document.querySelectorAll('#messages img, #messages script').length", ct))!.GetValue<int>());
        Assert.DoesNotContain("owned", (await page.EvaluateAsync("document.title", ct))!.GetValue<string>());
        var policy = await HeadersAsync(HttpMethod.Get, "/", ct);
        Assert.Contains("default-src 'none'", policy["Content-Security-Policy"]);
        Assert.DoesNotContain("unsafe", policy["Content-Security-Policy"]);
    }

    [Fact]
    [Trait("Runbook", "A6")]
    public async Task The_page_is_cached_by_content_and_answers_only_to_reading()
    {
        var ct = TestContext.Current.CancellationToken;
        using var http = new HttpClient { BaseAddress = _gateway.HttpUri };
        using var first = await http.GetAsync("/", ct);
        Assert.Equal("text/html; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal("DENY", Assert.Single(first.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("nosniff", Assert.Single(first.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(first.Headers.GetValues("Referrer-Policy")));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        using var unchanged = await http.SendAsync(again, ct);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/webchat/app.js"), ct);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("text/javascript; charset=utf-8", head.Content.Headers.ContentType!.ToString());

        using var post = await http.PostAsync("/", new StringContent("x"), ct);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    private async Task<Dictionary<string, string>> HeadersAsync(HttpMethod method, string path, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = _gateway.HttpUri };
        using var answer = await http.SendAsync(new HttpRequestMessage(method, path), ct);
        return answer.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value));
    }

    private Uri Address(string rest) => new($"http://localhost:{_gateway.Port}/{rest}");

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _model.DisposeAsync();
        _home.Dispose();
    }
}
