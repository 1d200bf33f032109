using System.Text.Json;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Tests.Telegram.Support;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class WebhookTests
{
    private const string Url = "https://bot.example/telegram-webhook";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_made_and_kept_when_none_is_configured()
    {
        await using var bench = await TelegramBench.CreateAsync($$"""{"webhookUrl":"{{Url}}"}""");
        await using var run = bench.Start();
        await bench.Server.WaitForAsync("setWebhook");
        await run.StopAsync();
        await using var again = bench.Start();
        await bench.Server.WaitForCountAsync("setWebhook", 2);

        var calls = bench.Server.CallsOf("setWebhook");
        var file = bench.StateFile("webhook-secret-default");
        Assert.Equal(64, calls[0]["secret_token"]!.Length);
        Assert.Equal(calls[0]["secret_token"], calls[1]["secret_token"]);
        Assert.Equal(Url, calls[0]["url"]);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Empty(bench.Server.CallsOf("getUpdates"));
        Assert.DoesNotContain(calls[0]["secret_token"]!, bench.Log);
    }

    [Fact]
    public async Task An_update_is_taken_with_the_right_secret_alone()
    {
        await using var bench = await TelegramBench.CreateAsync($$"""{"webhookUrl":"{{Url}}","webhookSecret":"right_one"}""");
        await using var run = bench.Start();
        await bench.UntilAsync(() => bench.Channel.Webhooks.Serves("/telegram-webhook"));

        Assert.Null(bench.Channel.Webhooks.Find("/telegram-webhook", null));
        Assert.Null(bench.Channel.Webhooks.Find("/telegram-webhook", ""));
        Assert.Null(bench.Channel.Webhooks.Find("/telegram-webhook", "wrong"));
        Assert.Null(bench.Channel.Webhooks.Find("/elsewhere", "right_one"));
        var take = bench.Channel.Webhooks.Find("/telegram-webhook", "right_one");
        Assert.True(await take!(Update(BotUpdates.Text(7, "posted")), Ct));

        Assert.Equal("posted", Assert.Single(bench.Intake.Events).Text);
        await run.StopAsync();
        Assert.False(bench.Channel.Webhooks.Serves("/telegram-webhook"));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_taken()
    {
        await using var bench = await TelegramBench.CreateAsync($$"""{"webhookUrl":"{{Url}}","webhookSecret":"s","webhookPath":"my/hook/"}""");
        await using var run = bench.Start();
        await bench.UntilAsync(() => bench.Channel.Webhooks.Serves("/my/hook"));
        bench.Intake.Answer = static e => Task.FromResult(false);

        Assert.False(await bench.Channel.Webhooks.Find("/my/hook", "s")!(Update(BotUpdates.Text(7, "x")), Ct));
    }

    [Fact]
    public async Task A_web_hook_that_somebody_else_changed_is_set_again()
    {
        await using var bench = await TelegramBench.CreateAsync($$"""{"webhookUrl":"{{Url}}"}""");
        await using var run = bench.Start();
        await bench.Server.WaitForAsync("setWebhook");
        await bench.UntilAsync(() => run.Account.IsReady);

        bench.Server.Webhook = null;
        await bench.UntilAsync(() => bench.Server.Webhook is not null, TimeSpan.FromMinutes(1));

        Assert.Equal(Url, bench.Server.Webhook!.Url);
    }

    [Fact]
    public async Task An_address_that_Telegram_refuses_stops_the_account_with_the_reason()
    {
        await using var bench = await TelegramBench.CreateAsync("""{"webhookUrl":"http://10.0.0.1/x"}""");
        bench.Server.Fail("setWebhook", BotApiFailure.Bad("bad webhook: An HTTPS URL must be provided for webhook"));
        await using var run = bench.Start();

        var stopped = await Assert.ThrowsAsync<AccountStoppedException>(() => run.End);

        Assert.Contains("An HTTPS URL must be provided", stopped.Message);
        Assert.Contains("webhookUrl", stopped.Message);
    }

    [Fact]
    public void Two_accounts_may_share_a_path_and_the_secret_tells_them_apart()
    {
        var hooks = new TelegramWebhooks();
        var taken = new List<string>();
        using var one = hooks.Add("/h", "one", (_, _) => Take("one"));
        using (hooks.Add("/h", "two", (_, _) => Take("two")))
            hooks.Find("/h", "two")!(default, Ct);
        hooks.Find("/h", "one")!(default, Ct);

        Assert.Equal(["two", "one"], taken);
        Assert.Null(hooks.Find("/h", "two"));

        Task<bool> Take(string name)
        {
            taken.Add(name);
            return Task.FromResult(true);
        }
    }

    private static JsonElement Update(System.Text.Json.Nodes.JsonObject update)
    {
        update["update_id"] = 1;
        return JsonDocument.Parse(update.ToJsonString()).RootElement.Clone();
    }
}
