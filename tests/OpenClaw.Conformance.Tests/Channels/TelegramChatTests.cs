using System.Text.Json.Nodes;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>What people who write to the bot see on their phones.</summary>
[Trait("Category", "Acceptance")]
public sealed class TelegramChatTests(TelegramFixture fixture) : IClassFixture<TelegramFixture>
{
    private readonly TelegramHome _telegram = fixture.Telegram;
    private readonly long _ann = fixture.NewPerson();

    [Fact]
    [Trait("Runbook", "D1")]
    public async Task A_message_is_answered_in_the_markup_of_Telegram()
    {
        _telegram.Say(_ann, "hello " + TelegramHome.Answer("**bold**, `code` & <tags>"));

        var answer = await _telegram.ReceivedAsync(_ann);
        Assert.Equal("<b>bold</b>, <code>code</code> &amp; &lt;tags&gt;", answer["text"]);
        Assert.Equal("HTML", answer["parse_mode"]);
        Assert.Contains("[Telegram Ann", _telegram.Asked("hello [[stub"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_an_answer_is_written_the_chat_says_so()
    {
        _telegram.Say(_ann, "slowly " + TelegramHome.Answer("a b c", chunks: 3, delayMs: 50));

        await _telegram.ReceivedAsync(_ann);
        var typing = await _telegram.Bot.WaitForAsync("sendChatAction", call => call.Number("chat_id") == _ann, TelegramHome.Patience);
        Assert.Equal("typing", typing["action"]);
    }

    [Fact]
    public async Task An_answer_of_ten_thousand_characters_comes_whole_and_in_order()
    {
        _telegram.Say(_ann, TelegramFixture.LongQuestion);

        await _telegram.ReceivedAsync(_ann, static text => text.EndsWith("1999.", StringComparison.Ordinal));
        var parts = _telegram.Received(_ann).Select(static call => call["text"]!).ToList();
        Assert.True(parts.Count >= 3, $"{parts.Count} parts");
        Assert.All(parts, static part => Assert.True(part.Length <= 4000));
        Assert.Equal(TelegramFixture.LongAnswer, string.Join(' ', parts));
    }

    [Fact]
    public async Task Messages_of_one_chat_are_answered_in_their_order()
    {
        for (var n = 1; n <= 3; n++)
        {
            _telegram.Say(_ann, $"number {n} " + TelegramHome.Answer($"answer {n}"));
            await _telegram.ReceivedAsync(_ann, text => text == $"answer {n}");
        }

        Assert.Equal(["answer 1", "answer 2", "answer 3"], _telegram.Received(_ann).Select(static call => call["text"]));
    }

    [Fact]
    public async Task A_topic_of_a_forum_is_answered_in_that_topic()
    {
        var forum = -1001000000 - _ann;
        _telegram.Bot.Push(BotUpdates.GroupText(
            forum, _ann, "@claw_bot here " + TelegramHome.Answer("in the topic"), more: new JsonObject { ["message_thread_id"] = 42, ["is_topic_message"] = true }, isForum: true));

        var answer = await _telegram.ReceivedAsync(forum);
        Assert.Equal("in the topic", answer["text"]);
        Assert.Equal(42, answer.Number("message_thread_id"));
    }

    [Fact]
    public async Task A_reply_shows_the_agent_what_it_replies_to_and_can_be_replied_to_itself()
    {
        var quoted = new JsonObject
        {
            ["message_id"] = 77,
            ["date"] = 1,
            ["chat"] = new JsonObject { ["id"] = _ann, ["type"] = "private", ["first_name"] = "Ann" },
            ["from"] = BotUpdates.User(_ann, "Ann", null),
            ["text"] = "the blue door",
        };
        var id = _telegram.Say(_ann, "what was it? " + TelegramHome.Answer("[[reply_to_current]] a door"), new JsonObject { ["reply_to_message"] = quoted });

        var answer = await _telegram.ReceivedAsync(_ann);
        Assert.Equal("a door", answer["text"]);
        Assert.Equal(id, answer.Number("reply_to_message_id") ?? JsonNode.Parse(answer["reply_parameters"]!)!["message_id"]!.GetValue<long>());
        var asked = _telegram.Asked("what was it? [[stub");
        Assert.Contains("[Replying to Ann", asked, StringComparison.Ordinal);
        Assert.Contains("the blue door", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_edited_later_is_not_answered_again()
    {
        var update = BotUpdates.Text(_ann, "first " + TelegramHome.Answer("once"));
        _telegram.Bot.Push(update);
        await _telegram.ReceivedAsync(_ann);
        var edited = (JsonObject)update["message"]!.DeepClone();
        edited["text"] = "changed " + TelegramHome.Answer("twice");
        _telegram.Bot.Push(new JsonObject { ["edited_message"] = edited });
        _telegram.Say(_ann, "next " + TelegramHome.Answer("after that"));

        await _telegram.ReceivedAsync(_ann, static text => text == "after that");
        Assert.Equal(["once", "after that"], _telegram.Received(_ann).Select(static call => call["text"]));
    }

    [Fact]
    public async Task A_button_that_is_pressed_is_confirmed_and_says_what_stands_on_it()
    {
        var pressed = BotUpdates.Callback(_ann, "pressed " + TelegramHome.Answer("you chose"));
        _telegram.Bot.Push(pressed);

        await _telegram.ReceivedAsync(_ann, static text => text == "you chose");
        var id = pressed["callback_query"]!["id"]!.GetValue<string>();
        await _telegram.Bot.WaitForAsync("answerCallbackQuery", call => call["callback_query_id"] == id, TelegramHome.Patience);
    }

    [Fact]
    public async Task An_update_that_Telegram_sends_twice_is_answered_once()
    {
        var update = BotUpdates.Text(_ann, "again " + TelegramHome.Answer("only once"));
        var id = _telegram.Bot.Push(update);
        await _telegram.ReceivedAsync(_ann);
        var repeated = (JsonObject)update.DeepClone();
        repeated["update_id"] = id;
        _telegram.Bot.Push(repeated);
        _telegram.Say(_ann, "then " + TelegramHome.Answer("the end"));

        await _telegram.ReceivedAsync(_ann, static text => text == "the end");
        Assert.Equal(["only once", "the end"], _telegram.Received(_ann).Select(static call => call["text"]));
    }

    [Fact]
    public async Task When_Telegram_asks_to_wait_the_answer_waits_and_is_not_lost()
    {
        _telegram.Bot.Fail("sendMessage", BotApiFailure.TooMany(1), when: call => call.Number("chat_id") == _ann);
        _telegram.Say(_ann, "busy " + TelegramHome.Answer("late but there"));

        var answer = await _telegram.ReceivedAsync(_ann);
        Assert.Equal("late but there", answer["text"]);
        var refused = _telegram.Bot.CallsOf("sendMessage").First(call => call.Number("chat_id") == _ann);
        Assert.False(refused.Ok);
        Assert.True(answer.At - refused.At >= TimeSpan.FromSeconds(1), $"after {answer.At - refused.At}");
        Assert.Single(_telegram.Received(_ann));
    }

    [Fact]
    public async Task Markup_that_Telegram_refuses_is_sent_as_plain_text()
    {
        _telegram.Bot.Fail("sendMessage", BotApiFailure.Bad("can't parse entities: Unsupported start tag \"b\" at byte offset 0"), when: call => call.Number("chat_id") == _ann);
        _telegram.Say(_ann, "odd " + TelegramHome.Answer("**plain**"));

        var answer = await _telegram.ReceivedAsync(_ann);
        Assert.Null(answer["parse_mode"]);
        Assert.Contains("plain", answer["text"], StringComparison.Ordinal);
    }
}
