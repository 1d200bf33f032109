using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;

namespace OpenClaw.Cli.Tests.Program;

/// <summary><c>channels</c> and <c>directory</c> as far as config and files go; no gateway runs.</summary>
public sealed class ChannelsConfigTests : IDisposable
{
    private readonly Installation _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_bot_is_added_also_while_Telegram_is_not_reached_and_comments_stay()
    {
        WriteConfig("", comment: "// mine");

        var added = await _machine.RunAsync("channels", "add", "--channel", "telegram", "--token", "123:abc", "--name", "Ops");
        var list = await _machine.RunAsync("channels", "list");
        var json = await _machine.RunAsync("channels", "list", "--json");

        Assert.Equal((0, "Added Telegram account \"default\".\n"), (added.ExitCode, added.Output));
        Assert.Contains("could not be checked", added.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("123:abc", added.Output + added.Error, StringComparison.Ordinal);
        Assert.Equal("123:abc", (string?)Telegram()["botToken"]);
        Assert.Contains("// mine", await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("Chat channels:\n- Telegram default (Ops): configured, token=config, enabled\n", list.Output, StringComparison.Ordinal);
        Assert.Equal("default", json.Json.GetProperty("chat").GetProperty("telegram")[0].GetString());
    }

    [Fact]
    public async Task A_second_bot_does_not_make_the_first_vanish()
    {
        WriteConfig("botToken: '123:abc'");

        await _machine.RunAsync("channels", "add", "--channel", "telegram", "--account", "Biz Two", "--token", "9:x");
        var list = await _machine.RunAsync("channels", "list", "--json");

        Assert.Equal(["biz-two", "default"], list.Json.GetProperty("chat").GetProperty("telegram").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("9:x", (string?)Telegram()["accounts"]!["biz-two"]!["botToken"]);
        Assert.Equal("123:abc", (string?)Telegram()["botToken"]);
    }

    [Theory]
    [InlineData(401, 1)]
    [InlineData(200, 0)]
    public async Task A_token_is_tried_first_and_one_that_is_refused_is_not_written(int status, int exitCode)
    {
        var port = Installation.FreePort();
        using var server = new HttpListener();
        server.Prefixes.Add($"http://127.0.0.1:{port}/");
        server.Start();
        var serving = ServeAsync(server, status);
        WriteConfig("", port: port);

        var result = await _machine.RunAsync("channels", "add", "--channel", "telegram", "--token", "123:abc");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(exitCode == 0 ? "123:abc" : null, (string?)Telegram()["botToken"]);
        if (exitCode == 0)
            Assert.Contains("@opsbot", result.Output, StringComparison.Ordinal);
        else
            Assert.Contains("Telegram does not know this token", result.Error, StringComparison.Ordinal);
        server.Stop();
        await serving;
    }

    [Theory]
    [InlineData("telegram needs one of --token, --token-file and --use-env", "--channel", "telegram")]
    [InlineData("telegram needs one of --token, --token-file and --use-env", "--channel", "telegram", "--token", "1:a", "--use-env")]
    [InlineData("--use-env is for the default account only", "--channel", "telegram", "--account", "x", "--use-env")]
    [InlineData("--token-file: /nowhere does not exist", "--channel", "telegram", "--token-file", "/nowhere")]
    [InlineData("WhatsApp has no token", "--channel", "whatsapp", "--token", "1:a")]
    [InlineData("this release has no Discord channel", "--channel", "discord", "--token", "1:a")]
    [InlineData("name a channel with --channel", "--token", "1:a")]
    public async Task A_wish_that_makes_no_sense_is_refused_and_changes_nothing(string expected, params string[] words)
    {
        WriteConfig("");
        var before = await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken);

        var result = await _machine.RunAsync(["channels", "add", .. words]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_WhatsApp_account_is_added_under_accounts_and_the_login_is_named()
    {
        WriteConfig("");

        var added = await _machine.RunAsync("channels", "add", "--channel", "whatsapp", "--name", "Phone");

        Assert.Equal("Added WhatsApp account \"default\".\nLink it: openclaw channels login --channel whatsapp --account default\n", added.Output);
        Assert.Equal("""{"enabled":true,"name":"Phone"}""", Config()["channels"]!["whatsapp"]!["accounts"]!["default"]!.ToJsonString());
        Assert.Contains("- WhatsApp default (Phone): not linked, enabled", (await _machine.RunAsync("channels", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_needs_a_terminal_or_delete_and_deletes_what_belongs_to_the_account()
    {
        WriteConfig("botToken: '1:a', accounts: { default: {}, biz: { botToken: '2:b' } }");

        var asked = await _machine.RunAsync("channels", "remove", "--channel", "telegram", "--account", "biz");
        Assert.Equal(1, asked.ExitCode);
        Assert.Contains("--delete", asked.Error, StringComparison.Ordinal);
        Assert.NotNull(Telegram()["accounts"]!["biz"]);

        Assert.Equal("Deleted Telegram account \"biz\".\n", (await _machine.RunAsync("channels", "remove", "--channel", "telegram", "--account", "biz", "--delete")).Output);
        Assert.Null(Telegram()["accounts"]!["biz"]);
        Assert.Equal("1:a", (string?)Telegram()["botToken"]);

        await _machine.RunAsync("channels", "remove", "--channel", "telegram", "--delete");
        Assert.Null(Config()["channels"]?["telegram"]);
        Assert.Equal(1, (await _machine.RunAsync("channels", "remove", "--channel", "telegram", "--delete")).ExitCode);
    }

    [Fact]
    public async Task The_directory_shows_whom_the_config_names()
    {
        WriteConfig("botToken: '1:a', allowFrom: ['telegram:42', '@ann', '*'], groups: { '-100': {}, '*': {} }");

        var peers = JsonNode.Parse((await _machine.RunAsync("directory", "peers", "list", "--json")).Output)!;
        var groups = JsonNode.Parse((await _machine.RunAsync("directory", "groups", "list", "--channel", "telegram", "--json")).Output)!;
        var some = await _machine.RunAsync("directory", "peers", "list", "--query", "ANN");
        var self = await _machine.RunAsync("directory", "self", "--json");

        Assert.Equal("""[{"kind":"user","id":"42"},{"kind":"user","id":"@ann"}]""", peers.ToJsonString());
        Assert.Equal("""[{"kind":"group","id":"-100"}]""", groups.ToJsonString());
        Assert.Contains("@ann", some.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("42", some.Output, StringComparison.Ordinal);
        Assert.Equal(new ProgramResult(0, "null\n", ""), self);
    }

    [Fact]
    public async Task Capabilities_tell_what_a_channel_can_do_and_how_a_recipient_is_read()
    {
        WriteConfig("botToken: '1:a'");

        var result = await _machine.RunAsync("channels", "capabilities", "--channel", "telegram", "--target", "tg:42", "--timeout", "2000", "--json");

        var report = result.Json.GetProperty("channels")[0];
        Assert.True(report.GetProperty("support").GetProperty("threads").GetBoolean());
        Assert.False(report.GetProperty("probe").GetProperty("ok").GetBoolean());
        Assert.Equal("42", report.GetProperty("target").GetProperty("normalized").GetString());
    }

    [Fact]
    public async Task Names_are_not_resolved_and_that_is_said()
    {
        var result = await _machine.RunAsync("channels", "resolve", "Ann", "--channel", "whatsapp");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: channel whatsapp does not support resolve\n", result.Error, StringComparison.Ordinal);
    }

    private static async Task ServeAsync(HttpListener server, int status)
    {
        try
        {
            while (true)
            {
                var call = await server.GetContextAsync();
                call.Response.StatusCode = status;
                call.Response.ContentType = "application/json";
                var body = status != 200 ? """{"ok":false,"error_code":401,"description":"Unauthorized"}"""
                    : call.Request.Url!.AbsolutePath.EndsWith("getMe", StringComparison.Ordinal) ? """{"ok":true,"result":{"id":123,"is_bot":true,"first_name":"Ops","username":"opsbot"}}"""
                    : """{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}""";
                await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                call.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private void WriteConfig(string telegram, string comment = "", int? port = null) => _machine.WriteConfig(
        $"{{\n  {comment}\n  gateway: {{ mode: 'local' }},\n  channels: {{ telegram: {{ apiRoot: 'http://127.0.0.1:{port ?? Installation.FreePort()}', {telegram} }} }},\n}}\n");

    private JsonNode Config()
    {
        Assert.True(Json5Document.TryParse(File.ReadAllText(_machine.ConfigFile), out var document, out var error), error?.ToString());
        return document!.Root.ToJson()!;
    }

    private JsonNode Telegram() => Config()["channels"]!["telegram"]!;
}
