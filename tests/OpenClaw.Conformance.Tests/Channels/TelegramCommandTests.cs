namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>Commands that are written into a chat.</summary>
[Trait("Category", "Acceptance")]
public sealed class TelegramCommandTests(TelegramFixture fixture) : IClassFixture<TelegramFixture>
{
    private readonly TelegramHome _telegram = fixture.Telegram;
    private readonly long _ann = fixture.NewPerson();

    [Fact]
    public async Task The_menu_of_the_bot_lists_the_commands()
    {
        var menu = await _telegram.Bot.WaitForAsync("setMyCommands", static call => call.Ok, TelegramHome.Patience);

        var names = menu.Params["commands"]!.AsArray().Select(static c => c!["command"]!.GetValue<string>()).ToList();
        Assert.Contains("status", names);
        Assert.Contains("new", names);
        Assert.Contains("stop", names);
    }

    [Fact]
    public async Task Status_tells_which_model_answers_without_asking_it()
    {
        _telegram.Say(_ann, "/status");

        var answer = await _telegram.ReceivedAsync(_ann);
        Assert.Contains("stub-1", answer["text"], StringComparison.Ordinal);
        Assert.Equal(0, _telegram.TimesAsked("/status"));
    }

    [Fact]
    public async Task New_begins_a_conversation_that_knows_nothing_of_the_last()
    {
        _telegram.Say(_ann, "the word is heron " + TelegramHome.Answer("noted"));
        await _telegram.ReceivedAsync(_ann, static text => text == "noted");
        _telegram.Say(_ann, "/new");
        await _telegram.ReceivedAsync(_ann, static text => text != "noted");
        _telegram.Say(_ann, $"what was it, {_ann}? " + TelegramHome.Answer("no idea"));

        await _telegram.ReceivedAsync(_ann, static text => text == "no idea");
        var request = _telegram.Model.Requests.Last(r => r.Body["messages"]!.ToJsonString().Contains($"what was it, {_ann}?", StringComparison.Ordinal));
        Assert.DoesNotContain("heron", request.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ends_an_answer_that_is_being_written()
    {
        _telegram.Say(_ann, $"a long story, {_ann} " + TelegramHome.Answer(string.Join(' ', Enumerable.Repeat("and so on", 100)), chunks: 100, delayMs: 200));
        await TelegramHome.UntilAsync(() => Task.FromResult(_telegram.TimesAsked($"a long story, {_ann}") > 0), () => _telegram.Gateway.Output);
        _telegram.Say(_ann, "/stop");
        await _telegram.ReceivedAsync(_ann);
        _telegram.Say(_ann, "short " + TelegramHome.Answer("fine"));

        await _telegram.ReceivedAsync(_ann, static text => text == "fine");
        Assert.DoesNotContain(_telegram.Received(_ann), static call => call["text"]!.Contains("and so on and so on", StringComparison.Ordinal));
    }
}
