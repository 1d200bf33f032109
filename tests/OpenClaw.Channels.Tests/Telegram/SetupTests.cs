using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Telegram.Setup;
using OpenClaw.Channels.Tests.Telegram.Support;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class SetupTests
{
    [Theory]
    [InlineData("""{}""", "default")]
    [InlineData("""{"accounts":{"Work Bot":{},"alpha":{}}}""", "alpha,work-bot")]
    public async Task Accounts_are_those_with_an_entry(string telegram, string expected)
    {
        await using var bench = await TelegramBench.CreateAsync(telegram);

        Assert.Equal(expected, string.Join(',', bench.Channel.AccountIds(bench.Store.Current)));
    }

    [Fact]
    public async Task Bindings_name_accounts_too_and_the_default_agent_chooses_the_default_one()
    {
        await using var bench = await TelegramBench.CreateAsync(
            """{"accounts":{"default":{},"work":{"botToken":"1:a"}}}""",
            more: """
            {"agents":{"list":[{"id":"main","default":true},{"id":"b"}]},
             "bindings":[{"agentId":"b","match":{"channel":"telegram","accountId":"extra"}},
                         {"agentId":"main","match":{"channel":"telegram","accountId":"work"}},
                         {"agentId":"main","match":{"channel":"telegram","accountId":"*"}}]}
            """);

        Assert.Equal(["default", "extra", "work"], bench.Channel.AccountIds(bench.Store.Current));
        Assert.Equal("work", bench.Channel.DefaultAccountId(bench.Store.Current));
    }

    [Fact]
    public async Task A_token_is_looked_for_from_the_account_outwards()
    {
        await using var bench = await TelegramBench.CreateAsync(
            """
            {"botToken":"1:root","accounts":{
              "default":{}, "own":{"botToken":"2:own"}, "none":{}, "file":{"tokenFile":"~/token.txt","botToken":"3:unused"}, "gone":{"tokenFile":"~/gone.txt","botToken":"4:unused"}}}
            """,
            withToken: false,
            environment: [("TELEGRAM_BOT_TOKEN", "9:env")]);
        await File.WriteAllTextAsync(Path.Combine(bench.Environment["HOME"]!, "token.txt"), " 5:file\n", TestContext.Current.CancellationToken);

        TelegramToken Of(string account) => TelegramToken.Find(bench.Store.Current, account, bench.Paths);

        Assert.Equal(("1:root", "config"), (Of("default").Value, Of("default").Source));
        Assert.Equal(("2:own", "config"), (Of("own").Value, Of("own").Source));
        Assert.Equal((null, "none"), (Of("none").Value, Of("none").Source));
        Assert.Equal(("5:file", "tokenFile"), (Of("file").Value, Of("file").Source));
        Assert.Equal((null, "none"), (Of("gone").Value, Of("gone").Source));
        Assert.Contains("gone.txt", bench.Channel.Standing(bench.Store.Current, "gone").Problem);
        Assert.False(bench.Channel.Standing(bench.Store.Current, "none").IsConfigured);
    }

    [Fact]
    public async Task The_environment_has_a_token_for_the_default_account()
    {
        await using var bench = await TelegramBench.CreateAsync(withToken: false, environment: [("TELEGRAM_BOT_TOKEN", "9:env")]);

        Assert.True(bench.Channel.Standing(bench.Store.Current, "default").CanStart);
        Assert.Equal(
            """{"tokenSource":"env","mode":"polling","allowUnmentionedGroups":false}""", bench.Channel.Describe(bench.Store.Current, "default").ToJsonString());
    }

    [Theory]
    [InlineData("""{"botToken":"no token"}""", "@BotFather")]
    [InlineData("""{"botToken":"1:a","apiRoot":"nowhere"}""", "apiRoot")]
    [InlineData("""{"botToken":"1:a","proxy":"ftp://x"}""", "proxy")]
    public async Task A_setting_that_cannot_work_is_named(string telegram, string words)
    {
        await using var bench = await TelegramBench.CreateAsync("{}", withToken: false);
        var config = bench.Store.Current;
        config.Effective["channels"]!["telegram"] = JsonNode.Parse(telegram);
        config = config with { Config = Configuration.Model.OpenClawConfig.From(config.Effective) };

        var standing = bench.Channel.Standing(config, "default");

        Assert.False(standing.CanStart);
        Assert.Contains(words, standing.Problem);
    }

    [Fact]
    public async Task Complaint_10_two_accounts_of_one_bot_do_not_poll_against_each_other()
    {
        await using var bench = await TelegramBench.CreateAsync("""{"accounts":{"a":{"botToken":"7:same"},"b":{"botToken":"7:same"}}}""", withToken: false);

        Assert.True(bench.Channel.Standing(bench.Store.Current, "a").CanStart);
        var second = bench.Channel.Standing(bench.Store.Current, "b");
        Assert.False(second.CanStart);
        Assert.Contains("account a", second.Problem);
    }

    [Theory]
    [InlineData("""{"enabled":false}""", "default", false)]
    [InlineData("""{"accounts":{"x":{"enabled":false,"botToken":"1:a"}}}""", "x", false)]
    [InlineData("""{"enabled":false,"accounts":{"x":{"enabled":true,"botToken":"1:a"}}}""", "x", false)]
    [InlineData("""{}""", "default", true)]
    public async Task An_account_is_off_when_it_or_the_channel_is(string telegram, string account, bool on)
    {
        await using var bench = await TelegramBench.CreateAsync(telegram);

        Assert.Equal(on, bench.Channel.Standing(bench.Store.Current, account).IsEnabled);
    }

    [Theory]
    [InlineData("botToken", "\"1:other\"", true)]
    [InlineData("webhookUrl", "\"https://x.example\"", true)]
    [InlineData("customCommands", """[{"command":"x","description":"y"}]""", true)]
    [InlineData("allowFrom", "[1]", false)]
    [InlineData("linkPreview", "false", false)]
    [InlineData("textChunkLimit", "100", false)]
    public async Task Only_what_the_connection_depends_on_asks_for_a_restart(string key, string value, bool restarts)
    {
        await using var bench = await TelegramBench.CreateAsync();
        var before = bench.Channel.Fingerprint(bench.Store.Current, "default");
        var effective = bench.Store.Current.Effective.DeepClone().AsObject();
        effective["channels"]!["telegram"]![key] = JsonNode.Parse(value);

        var after = bench.Channel.Fingerprint(bench.Store.Current with { Config = Configuration.Model.OpenClawConfig.From(effective) }, "default");

        Assert.Equal(restarts, before != after);
        Assert.DoesNotContain("AAHdq", before);
    }

    [Fact]
    public async Task A_logout_removes_the_token_and_says_what_is_left()
    {
        await using var bench = await TelegramBench.CreateAsync("""{"accounts":{"work":{"botToken":"2:work"}}}""", environment: [("TELEGRAM_BOT_TOKEN", "9:env")]);
        var ct = TestContext.Current.CancellationToken;

        var work = await bench.Channel.LogoutAsync(bench.Store.Current, "work", bench.Host(), ct);
        var standard = await bench.Channel.LogoutAsync(bench.Store.Current, "default", bench.Host(), ct);
        var again = await bench.Channel.LogoutAsync(bench.Store.Current, "work", bench.Host(), ct);

        Assert.Equal(new LogoutResult(true, true, false), work);
        Assert.Equal(new LogoutResult(true, false, true), standard);
        Assert.Equal(new LogoutResult(false, true, false), again);
        var telegram = bench.Store.Current.Resolved["channels"]!["telegram"]!.AsObject();
        Assert.False(telegram.ContainsKey("botToken"));
        Assert.False(telegram.ContainsKey("accounts"));
    }

    [Fact]
    public void A_group_keeps_settings_that_its_new_id_has_already()
    {
        var config = JsonNode.Parse("""{"channels":{"telegram":{"groups":{"-1":{"a":1},"-2":{"b":2}},"accounts":{"Work":{"groups":{"-1":{"c":3}}}}}}}""")!.AsObject();

        Assert.True(TelegramConfigEdits.RenameGroup(config, "work", "-1", "-2"));
        Assert.False(TelegramConfigEdits.RenameGroup(config, "work", "-9", "-8"));

        Assert.Equal(
            """{"channels":{"telegram":{"groups":{"-1":{"a":1},"-2":{"b":2}},"accounts":{"Work":{"groups":{"-2":{"c":3}}}}}}}""", config.ToJsonString());
    }
}
