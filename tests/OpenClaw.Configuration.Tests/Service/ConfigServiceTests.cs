using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Configuration.Redaction;
using OpenClaw.Configuration.Service;
using OpenClaw.Configuration.Writing;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Configuration.Tests.Service;

/// <summary>The errors and results are those of the recorded gateway (spec 02 §9).</summary>
public sealed class ConfigServiceTests : IDisposable
{
    private readonly ConfigHome _home = new("{ gateway: { auth: { token: 's3cret' } }, messages: { responsePrefix: '[a]' } } // mine");
    private readonly RestartStandIn _restarts = new();
    private readonly ConfigService _service;

    public ConfigServiceTests() => _service = ServiceOf(_home);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Hash => _service.Get().Hash!;

    [Fact]
    public void Get_shows_the_file_as_written_and_as_used_without_secrets()
    {
        var result = _service.Get();

        Assert.True(result is { Exists: true, Valid: true });
        Assert.Contains("// mine", result.Raw);
        Assert.Equal(SecretRedaction.Placeholder, result.Parsed.GetProperty("gateway").GetProperty("auth").GetProperty("token").GetString());
        Assert.Equal("group-mentions", result.Config.GetProperty("messages").GetProperty("ackReactionScope").GetString());
        Assert.DoesNotContain("s3cret", result.Raw + result.Parsed + result.Config);
    }

    [Theory]
    [InlineData("{}", null, "config base hash required; re-run config.get and retry")]
    [InlineData("{}", "  ", "config base hash required; re-run config.get and retry")]
    [InlineData("{}", "wrong", "config changed since last load; re-run config.get and retry")]
    [InlineData("{ not json", "", "SyntaxError: JSON5: invalid character 'j' at 1:7")]
    [InlineData("{", "", "SyntaxError: JSON5: invalid end of input at 1:2")]
    public async Task Set_refuses_in_the_words_of_the_original(string raw, string? hash, string message)
    {
        var (_, error) = await _service.SetAsync(new ConfigSetParams { Raw = raw, BaseHash = hash is "" ? Hash : hash }, Cancel);

        Assert.Equal(new GatewayError(ErrorCodes.InvalidRequest, message), error);
    }

    [Theory]
    [InlineData("{\"gateway\":{\"port\":\"abc\"},\"messages\":{}}", """{"issues":[{"path":"gateway.port","message":"Invalid input: expected number, received string"}]}""")]
    [InlineData("{\"noSuchKey\":1,\"gateway\":{}}", """{"issues":[{"path":"","message":"Unrecognized key: \"noSuchKey\""}]}""")]
    [InlineData("{\"a\":1,\"b\":2,\"gateway\":{}}", """{"issues":[{"path":"","message":"Unrecognized keys: \"a\", \"b\""}]}""")]
    [InlineData("[1]", """{"issues":[{"path":"","message":"Invalid input: expected object, received array"}]}""")]
    public async Task Set_tells_every_issue_of_an_invalid_config(string raw, string details)
    {
        var (_, error) = await _service.SetAsync(new ConfigSetParams { Raw = raw, BaseHash = Hash }, Cancel);

        Assert.Equal("invalid config", error!.Message);
        Assert.Equal(details, JsonSerializer.Serialize(JsonDocument.Parse(error.Details!.Value.GetRawText()).RootElement, s_relaxed));
        Assert.Contains("// mine", _home.Text);
    }

    [Fact]
    public async Task What_get_gave_can_be_sent_back_and_secrets_survive()
    {
        var raw = _service.Get().Raw!.Replace("[a]", "[b]");

        var (result, error) = await _service.SetAsync(new ConfigSetParams { Raw = raw, BaseHash = Hash }, Cancel);

        Assert.Null(error);
        Assert.False(result!.Config.TryGetProperty("meta", out _));
        Assert.DoesNotContain("s3cret", result.Config.GetRawText());
        Assert.Equal("s3cret", _home.Load().Config.Gateway.Auth.Token);
        Assert.Equal("[b]", _home.Load().Config.Messages.ResponsePrefix);
        Assert.Contains("// mine", _home.Text);
        Assert.Equal("2026.1.30", _home.Load().Config.Meta.LastTouchedVersion);
        Assert.Null(_restarts.Last);
    }

    [Fact]
    public async Task What_a_form_sends_keeps_the_comments_of_the_file()
    {
        var form = _service.Get().Parsed.GetRawText().Replace("[a]", "[form]");

        var (_, error) = await _service.SetAsync(new ConfigSetParams { Raw = form, BaseHash = Hash }, Cancel);

        Assert.Null(error);
        Assert.StartsWith("{ gateway: { auth: { token: 's3cret' } }, messages: { responsePrefix: '[form]' }", _home.Text);
        Assert.EndsWith("// mine", _home.Text);
    }

    [Fact]
    public async Task A_placeholder_for_nothing_is_refused_by_its_path()
    {
        var (_, error) = await _service.PatchAsync(
            new ConfigPatchParams { Raw = $"{{hooks:{{token:'{SecretRedaction.Placeholder}'}}}}", BaseHash = Hash }, Cancel);

        Assert.StartsWith("hooks.token holds the placeholder", error!.Message);
    }

    [Fact]
    public async Task Patch_merges_onto_what_the_user_wrote_and_schedules_a_restart()
    {
        var (result, error) = await _service.PatchAsync(
            new ConfigPatchParams
            {
                Raw = "{\"messages\":{\"responsePrefix\":null},\"gateway\":{\"port\":4000}}", BaseHash = Hash, SessionKey = "main", Note = "less", RestartDelayMs = 500,
            },
            Cancel);

        Assert.Null(error);
        Assert.Equal(["gateway", "messages", "meta"], _home.Load().Parsed.Select(p => p.Key));
        Assert.Equal("{}", _home.Load().Parsed["messages"]!.ToJsonString());
        Assert.Equal(("config.patch", TimeSpan.FromMilliseconds(500)), _restarts.Last);
        Assert.Equal(_home.Paths.RestartSentinelFile, result!.Sentinel.Path);
        Assert.Equal(
            """{"version":1,"payload":{"kind":"config-apply","status":"ok","ts":1769768430000,"sessionKey":"main","message":"less","doctorHint":"Run: openclaw doctor --non-interactive","stats":{"mode":"config.patch","root":"PATH"}}}""",
            _home["restart-sentinel.json"].Replace(_home.Paths.ConfigFile, "PATH"));
    }

    [Theory]
    [InlineData("[1]", "config.patch raw must be an object")]
    [InlineData("{", "SyntaxError: JSON5: invalid end of input at 1:2")]
    public async Task Patch_refuses_in_the_words_of_the_original(string raw, string message)
    {
        var (_, error) = await _service.PatchAsync(new ConfigPatchParams { Raw = raw, BaseHash = Hash }, Cancel);

        Assert.Equal(message, error!.Message);
    }

    [Fact]
    public async Task Patch_leaves_a_broken_file_alone()
    {
        _home.Text = "{ gateway: { port: 'x' } }";

        var (_, error) = await _service.PatchAsync(new ConfigPatchParams { Raw = "{}", BaseHash = Hash }, Cancel);

        Assert.Equal("invalid config; fix before patching", error!.Message);
    }

    [Fact]
    public async Task Apply_replaces_and_a_gateway_that_cannot_restart_says_so_and_leaves_no_note()
    {
        _restarts.CanRestart = false;

        var (result, error) = await _service.ApplyAsync(new ConfigApplyParams { Raw = "{gateway:{port:4000}}", BaseHash = Hash, RestartDelayMs = 999_999 }, Cancel);

        Assert.Null(error);
        Assert.Equal(("config.apply", TimeSpan.FromSeconds(60)), _restarts.Last);
        Assert.False(result!.Restart.Ok);
        Assert.Null(result.Sentinel.Path);
        Assert.False(File.Exists(_home.Paths.RestartSentinelFile));
        Assert.Equal(4000, _home.Load().Config.Gateway.Port);
    }

    [Fact]
    public async Task A_set_that_drops_most_of_the_config_is_refused_with_the_way_out()
    {
        var (_, error) = await _service.SetAsync(new ConfigSetParams { Raw = "{}", BaseHash = Hash }, Cancel);

        Assert.Contains("gateway, messages", error!.Message);
        Assert.Contains("config.patch", error.Message);
    }

    [Fact]
    public async Task A_missing_file_needs_no_hash()
    {
        using var home = new ConfigHome();
        var (_, error) = await ServiceOf(home).SetAsync(new ConfigSetParams { Raw = "{gateway:{port:1}}" }, Cancel);

        Assert.Null(error);
        Assert.Equal(1, home.Load().Config.Gateway.Port);
    }

    [Fact]
    public void No_error_of_a_config_shows_a_secret()
    {
        _home.Text = "{ gateway: { auth: { token: ['s3cret'] }, remote: { password: { a: 's3cret' } } }, models: { providers: { p: { apiKey: 5, baseUrl: 's3cret', models: 's3cret' } } }, env: { A_KEY: ['s3cret'] } }";

        var snapshot = _home.Load();
        Assert.True(snapshot.Issues.Count >= 5);
        Assert.DoesNotContain("s3cret", string.Join('\n', snapshot.Issues.Select(i => i + i.Message)));
    }

    [Fact]
    public void Schema_has_its_version_and_time()
    {
        var result = _service.Schema();

        Assert.Equal("2026.1.30", result.Version);
        Assert.Equal("2026-01-30T10:20:30.000Z", result.GeneratedAt);
        Assert.Equal("OpenClawConfig", result.Schema.GetProperty("title").GetString());
    }

    public void Dispose() => _home.Dispose();

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ConfigService ServiceOf(ConfigHome home)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 30, 10, 20, 30, TimeSpan.Zero));
        return new ConfigService(home.Paths, home.Environment, new ConfigFileWriter(home.Paths, home.Environment, time), _restarts, time);
    }

    private sealed class RestartStandIn : IRestartScheduler
    {
        public bool CanRestart { get; set; } = true;

        public (string Reason, TimeSpan Delay)? Last { get; private set; }

        public RestartSchedule Schedule(string reason, TimeSpan delay)
        {
            Last = (reason, delay);
            return new RestartSchedule
            {
                Ok = CanRestart, Pid = 1, Signal = "SIGUSR1", DelayMs = (long)delay.TotalMilliseconds, Reason = CanRestart ? reason : "takes effect on the next start", Mode = "emit",
            };
        }
    }
}
