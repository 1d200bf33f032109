using System.Text.Json.Nodes;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>Who is answered: strangers, people who were let in, groups.</summary>
[Trait("Category", "Acceptance")]
public sealed class TelegramAccessTests : IAsyncLifetime
{
    private const long Owner = 1001;
    private const long Stranger = 2002;
    private const long AnyGroup = -1009000001;
    private const long ClosedGroup = -1009000002;
    private TelegramHome _telegram = null!;

    public async ValueTask InitializeAsync() => _telegram = await TelegramHome.StartAsync(static (_, config) =>
    {
        var telegram = config["channels"]!["telegram"]!;
        telegram["dmPolicy"] = "pairing";
        telegram["allowFrom"] = new JsonArray(Owner);
        telegram["groups"]![$"{ClosedGroup}"] = new JsonObject { ["allowFrom"] = new JsonArray(Owner) };
    });

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task A_stranger_gets_a_code_once_and_is_answered_from_the_moment_the_owner_approves_it()
    {
        _telegram.Say(Stranger, "let me in " + TelegramHome.Answer("must not be said"));
        var told = (await _telegram.ReceivedAsync(Stranger))["text"]!;
        Assert.Contains($"{Stranger}", told, StringComparison.Ordinal);
        var listed = await _telegram.JsonAsync("pairing", "list", "telegram", "--json");
        var request = Assert.Single(listed["requests"]!.AsArray())!;
        Assert.Equal($"{Stranger}", request["id"]!.GetValue<string>());
        var code = request["code"]!.GetValue<string>();
        Assert.Contains(code, told, StringComparison.Ordinal);

        _telegram.Say(Stranger, "please " + TelegramHome.Answer("must not be said either"));
        _telegram.Say(Owner, "are you there? " + TelegramHome.Answer("yes"));
        await _telegram.ReceivedAsync(Owner, static text => text == "yes");
        Assert.Single(_telegram.Received(Stranger));

        var wrong = await _telegram.RunAsync("pairing", "approve", "telegram", "AAAAAAAA");
        Assert.Equal(1, wrong.ExitCode);
        var approved = await _telegram.RunAsync("pairing", "approve", "telegram", code.ToLowerInvariant());
        Assert.True(approved.ExitCode == 0, approved.Output + approved.Errors);

        _telegram.Say(Stranger, "and now? " + TelegramHome.Answer("welcome"));
        await _telegram.ReceivedAsync(Stranger, static text => text == "welcome");
        Assert.DoesNotContain(_telegram.Received(Stranger), static call => call["text"]!.Contains("must not", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_group_only_a_mention_is_answered_and_what_was_said_before_is_known()
    {
        _telegram.Bot.Push(BotUpdates.GroupText(AnyGroup, Owner, "the train leaves at nine"));
        _telegram.Bot.Push(BotUpdates.GroupText(AnyGroup, Owner, "@claw_bot when does it leave? " + TelegramHome.Answer("at nine")));

        await _telegram.ReceivedAsync(AnyGroup, static text => text == "at nine");
        Assert.Single(_telegram.Received(AnyGroup));
        Assert.Contains("the train leaves at nine", _telegram.Asked("when does it leave?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_with_a_list_of_people_nobody_else_is_answered()
    {
        _telegram.Bot.Push(BotUpdates.GroupText(ClosedGroup, Stranger, "@claw_bot hello " + TelegramHome.Answer("not for you"), firstName: "Eve"));
        _telegram.Bot.Push(BotUpdates.GroupText(ClosedGroup, Owner, "@claw_bot hello " + TelegramHome.Answer("hello owner")));

        await _telegram.ReceivedAsync(ClosedGroup, static text => text == "hello owner");
        Assert.Single(_telegram.Received(ClosedGroup));
        Assert.Equal(0, _telegram.TimesAsked("not for you"));
    }

    [Fact]
    public async Task A_command_in_a_group_is_obeyed_only_for_those_who_may_command()
    {
        const long group = AnyGroup - 5;
        _telegram.Bot.Push(BotUpdates.GroupText(group, 3003, "/status@claw_bot", firstName: "Eve"));
        _telegram.Bot.Push(BotUpdates.GroupText(group, Owner, "@claw_bot so? " + TelegramHome.Answer("nothing was told")));
        await _telegram.ReceivedAsync(group, static text => text == "nothing was told");
        Assert.DoesNotContain(_telegram.Received(group), static call => call["text"]!.Contains("stub-1", StringComparison.Ordinal));

        _telegram.Bot.Push(BotUpdates.GroupText(group, Owner, "/status@claw_bot"));
        await _telegram.ReceivedAsync(group, static text => text.Contains("stub-1", StringComparison.Ordinal));
    }
}
