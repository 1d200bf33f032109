using System.Text.Json;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Api.Types;
using OpenClaw.Channels.Telegram.Mapping;

namespace OpenClaw.Channels.Tests.Telegram.Mapping;

public sealed class MappingTests
{
    private static readonly MappingContext s_context = new()
    {
        AccountId = "default",
        Me = new BotUser { Id = 4242, IsBot = true, FirstName = "Claw", Username = "claw_bot" },
        Now = 1_700_000_000_000,
    };

    [Fact]
    public void A_private_text_has_its_sender_and_time()
    {
        var said = Message(""" "chat":{"id":777,"type":"private"},"text":"hej" """);

        Assert.Equal(("telegram", "default", "update:9", "message"), (said.Channel, said.AccountId, said.Key, said.Kind));
        Assert.Equal(("777", "direct", "777", "100", "hej", 1_600_000_000_000), (said.ChatId, said.ChatType, said.PeerId, said.MessageId, said.Text, said.Timestamp));
        Assert.Equal(("777", "Ann Lee", "annie", "Ann", "Lee"), (said.Sender.Id, said.Sender.Name, said.Sender.Username, said.Sender.FirstName, said.Sender.LastName));
        Assert.Null(said.ThreadId);
        Assert.False(said.IsOffline);
    }

    [Fact]
    public void Hidden_links_become_Markdown_and_offsets_count_UTF16()
    {
        var said = Message(""" "text":"😀 see here and there","entities":[{"type":"text_link","offset":7,"length":4,"url":"https://a.test"},{"type":"text_link","offset":16,"length":5,"url":"https://b.test"},{"type":"text_link","offset":90,"length":5,"url":"https://c.test"},{"type":"bold","offset":0,"length":2}] """);

        Assert.Equal("😀 see [here](https://a.test) and [there](https://b.test)", said.Text);
    }

    [Theory]
    [InlineData(""" "text":"hi @claw_bot" """, false, true)]
    [InlineData(""" "text":"hi @Claw_Bot!","entities":[{"type":"mention","offset":3,"length":9}] """, true, true)]
    [InlineData(""" "text":"hi @claw_bot2" """, false, false)]
    [InlineData(""" "text":"hi @other","entities":[{"type":"mention","offset":3,"length":6}] """, true, false)]
    [InlineData(""" "text":"hi Claw","entities":[{"type":"text_mention","offset":3,"length":4,"user":{"id":4242,"is_bot":true,"first_name":"Claw"}}] """, true, true)]
    [InlineData(""" "text":"/status@claw_bot","entities":[{"type":"bot_command","offset":0,"length":16}] """, false, true)]
    [InlineData(""" "caption":"@claw_bot look","photo":[{"file_id":"p","file_unique_id":"u","width":1,"height":1}] """, false, true)]
    public void Mentions_are_told_as_Telegram_marks_them(string message, bool any, bool self)
    {
        var said = Message(""" "chat":{"id":-1001,"type":"supergroup","title":"G"}, """ + message);

        Assert.Equal((any, self, true, "claw_bot"), (said.Mentions.Any, said.Mentions.Self, said.Mentions.Detectable, said.Mentions.OwnName));
    }

    [Theory]
    [InlineData(""" "chat":{"id":-1001,"type":"supergroup","title":"G","is_forum":true},"message_thread_id":42 """, "-1001:topic:42", "42", true)]
    [InlineData(""" "chat":{"id":-1001,"type":"supergroup","title":"G","is_forum":true} """, "-1001:topic:1", "1", true)]
    [InlineData(""" "chat":{"id":-1001,"type":"supergroup","title":"G"},"message_thread_id":42 """, "-1001", null, false)]
    [InlineData(""" "chat":{"id":-55,"type":"group","title":"G"} """, "-55", null, false)]
    [InlineData(""" "chat":{"id":777,"type":"private"},"message_thread_id":5 """, "777", "5", false)]
    [InlineData(""" "chat":{"id":777,"type":"private","is_forum":true},"message_thread_id":5 """, "777", "5", true)]
    public void Topics_and_threads_are_where_they_belong(string chat, string peer, string? thread, bool isForum)
    {
        var said = Message(chat + ""","text":"x" """);

        Assert.Equal((peer, thread, isForum), (said.PeerId, said.ThreadId, said.IsForum));
    }

    [Theory]
    [InlineData(""" "photo":[{"file_id":"s","file_unique_id":"1","width":90,"height":90},{"file_id":"l","file_unique_id":"2","width":1280,"height":960,"file_size":7},{"file_id":"m","file_unique_id":"3","width":320,"height":240}] """, "image", "image/jpeg", "l")]
    [InlineData(""" "video":{"file_id":"v","file_unique_id":"1","mime_type":"video/quicktime"} """, "video", "video/quicktime", "v")]
    [InlineData(""" "video_note":{"file_id":"n","file_unique_id":"1"} """, "video", "video/mp4", "n")]
    [InlineData(""" "animation":{"file_id":"g","file_unique_id":"1","mime_type":"video/mp4"},"document":{"file_id":"g","file_unique_id":"1","mime_type":"video/mp4"} """, "video", "video/mp4", "g")]
    [InlineData(""" "document":{"file_id":"d","file_unique_id":"1","mime_type":"application/pdf","file_name":"a.pdf"} """, "document", "application/pdf", "d")]
    [InlineData(""" "audio":{"file_id":"a","file_unique_id":"1"} """, "audio", "audio/mpeg", "a")]
    [InlineData(""" "voice":{"file_id":"o","file_unique_id":"1","mime_type":"audio/ogg"} """, "voice", "audio/ogg", "o")]
    [InlineData(""" "sticker":{"file_id":"st","file_unique_id":"1","emoji":"👍","set_name":"S"} """, "sticker", "image/webp", "st")]
    public void Files_are_named_but_not_fetched(string message, string kind, string mime, string fileId)
    {
        var said = Message(message + ""","caption":"look","media_group_id":"g7" """);

        var media = Assert.Single(said.Media);
        Assert.Equal((kind, mime, fileId), (media.Kind, media.Mime, FileReference.Read(media.Reference)));
        Assert.Equal(("look", "g7"), (said.Text, said.AlbumId));
        var again = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(said, ChannelsJson.Default.InboundEvent), ChannelsJson.Default.InboundEvent)!;
        Assert.Equal(fileId, FileReference.Read(again.Media[0].Reference));
    }

    [Theory]
    [InlineData(""" "sticker":{"file_id":"st","file_unique_id":"1","is_animated":true} """)]
    [InlineData(""" "sticker":{"file_id":"st","file_unique_id":"1","is_video":true} """)]
    [InlineData(""" "new_chat_members":[{"id":1,"first_name":"x"}] """)]
    [InlineData(""" "chat":{"id":-1009,"type":"channel","title":"C"},"text":"post" """)]
    public void What_nobody_said_is_nothing(string message) => Assert.Empty(Events($$"""{"update_id":9,"message":{{Body(message)}}}"""));

    [Theory]
    [InlineData("""{"update_id":9,"channel_post":{"message_id":1}}""")]
    [InlineData("""{"update_id":9,"something_new":{"a":[1,{}]}}""")]
    [InlineData("""{"update_id":9}""")]
    public void Unknown_kinds_survive_as_nothing(string update) => Assert.Empty(Events(update));

    [Fact]
    public void A_sticker_that_was_described_needs_no_picture()
    {
        var context = s_context with
        {
            Sticker = static id => new Channels.Telegram.Stickers.StickerEntry { FileId = "f", FileUniqueId = id, Emoji = "👍", SetName = "Cats", Description = "a cat nods" },
        };

        var said = Assert.Single(Events("""{"update_id":9,"message":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":7,"first_name":"A"},"sticker":{"file_id":"f","file_unique_id":"u"}}}""", context));

        Assert.Equal("[Sticker 👍 from \"Cats\"] a cat nods", said.Text);
        Assert.Empty(said.Media);
    }

    [Theory]
    [InlineData(""" "location":{"latitude":55.5,"longitude":12.5,"horizontal_accuracy":12} """, "55.5 12.5 12   False")]
    [InlineData(""" "location":{"latitude":55.5,"longitude":12.5,"live_period":60} """, "55.5 12.5    True")]
    [InlineData(""" "location":{"latitude":1,"longitude":2},"venue":{"location":{"latitude":1,"longitude":2},"title":"Café","address":"Gade 1"} """, "1 2  Café Gade 1 False")]
    public void Places_are_places(string message, string expected)
    {
        var place = Message(message).Location!;

        Assert.Equal(expected, FormattableString.Invariant($"{place.Latitude} {place.Longitude} {place.Accuracy} {place.Name} {place.Address} {place.IsLive}"));
    }

    [Fact]
    public void A_contact_is_told_in_words() =>
        Assert.Equal("<contact: Bo Ek, +4512345678>", Message(""" "contact":{"phone_number":"+4512345678","first_name":"Bo","last_name":"Ek"} """).Text);

    [Theory]
    [InlineData(""" "reply_to_message":{"message_id":7,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":4242,"is_bot":true,"first_name":"Claw"},"text":"said"} """, "7 said Claw False True")]
    [InlineData(""" "reply_to_message":{"message_id":7,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":5,"first_name":"Bo"},"caption":"c","photo":[]},"quote":{"text":"part"} """, "7 part Bo True False")]
    [InlineData(""" "reply_to_message":{"message_id":7,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":5,"first_name":"Bo"},"voice":{"file_id":"v","file_unique_id":"u"}} """, "7 <media:audio> Bo False False")]
    [InlineData(""" "quote":{"text":"from elsewhere"} """, " from elsewhere  True False")]
    public void The_answered_message_is_told(string message, string expected)
    {
        var quote = Message(message + ""","text":"x" """).ReplyTo!;

        Assert.Equal(expected, $"{quote.Id} {quote.Body} {quote.SenderLabel} {quote.IsQuote} {quote.IsToSelf}");
    }

    [Fact]
    public void The_beginning_of_a_topic_is_no_message_that_is_answered()
    {
        var said = Message(
            """
            "chat":{"id":-1001,"type":"supergroup","title":"G","is_forum":true},"message_thread_id":42,"text":"x",
            "reply_to_message":{"message_id":42,"date":1,"chat":{"id":-1001,"type":"supergroup"},"from":{"id":4242,"is_bot":true,"first_name":"Claw"},"forum_topic_created":{"name":"T","icon_color":1}}
            """);

        Assert.Null(said.ReplyTo);
    }

    [Theory]
    [InlineData(""" "forward_origin":{"type":"user","date":1,"sender_user":{"id":1,"first_name":"A","username":"a"}} """, "A (@a) user 1 a A  1000")]
    [InlineData(""" "forward_origin":{"type":"hidden_user","date":1,"sender_user_name":"Hid"} """, "Hid hidden_user   Hid  1000")]
    [InlineData(""" "forward_origin":{"type":"channel","date":1,"chat":{"id":-1,"type":"channel","title":"T","username":"t"},"message_id":3,"author_signature":"S"} """, "T channel -1 t T S 1000")]
    [InlineData(""" "forward_origin":{"type":"chat","date":1,"sender_chat":{"id":-2,"type":"group","username":"g"}} """, "@g chat -2 g   1000")]
    [InlineData(""" "forward_from":{"id":3,"first_name":"L"},"forward_date":2 """, "L legacy_user 3  L  2000")]
    public void Origins_of_forwarded_messages_are_told(string message, string expected)
    {
        var origin = Message(message + ""","text":"x" """).Forward!;

        Assert.Equal(expected, $"{origin.From} {origin.Type} {origin.Id} {origin.Username} {origin.Title} {origin.Signature} {origin.Date}");
    }

    [Fact]
    public void A_group_that_got_a_new_id_is_an_event_of_its_own()
    {
        var moved = Message(""" "chat":{"id":-55,"type":"group","title":"G"},"migrate_to_chat_id":-100055 """);

        Assert.Equal(("migrate", "-55", "-100055"), (moved.Kind, moved.ChatId, moved.NewChatId));
    }

    [Fact]
    public void A_pressed_button_says_its_data_and_who_pressed_it()
    {
        var pressed = Assert.Single(Events(
            """
            {"update_id":9,"callback_query":{"id":"c1","from":{"id":8,"first_name":"Bo"},"chat_instance":"1","data":"/think high",
             "message":{"message_id":50,"date":1,"message_thread_id":42,"chat":{"id":-1001,"type":"supergroup","title":"G","is_forum":true},"from":{"id":4242,"is_bot":true,"first_name":"Claw"},"text":"choose"}}}
            """));

        Assert.Equal(("callback", "/think high", "c1", "8", "-1001:topic:42"), (pressed.Kind, pressed.Text, pressed.MessageId, pressed.Sender.Id, pressed.PeerId));
        Assert.True(pressed.Mentions.Self);
        Assert.Equal("50", pressed.Native!.Value.GetProperty("messageId").GetString());
        Assert.Equal(s_context.Now, pressed.Timestamp);
    }

    [Theory]
    [InlineData("own", true, "👍")]
    [InlineData("own", false, "")]
    [InlineData("all", false, "👍")]
    [InlineData("off", true, "")]
    public void Reactions_are_told_as_far_as_they_are_wanted(string mode, bool ours, string expected)
    {
        var events = Events(
            """
            {"update_id":9,"message_reaction":{"chat":{"id":-1001,"type":"supergroup","title":"G","is_forum":true},"message_id":50,"user":{"id":8,"first_name":"Bo"},"date":5,
             "old_reaction":[{"type":"emoji","emoji":"🔥"}],"new_reaction":[{"type":"emoji","emoji":"🔥"},{"type":"emoji","emoji":"👍"},{"type":"custom_emoji","custom_emoji_id":"1"}]}}
            """,
            s_context with { Reactions = mode, Sent = (_, _) => (ours, ours ? 42 : null) });

        Assert.Equal(expected, string.Concat(events.Select(e => e.Emoji)));
        Assert.All(events, e => Assert.Equal(("50", ours ? "-1001:topic:42" : "-1001:topic:1"), (e.MessageId, e.PeerId)));
    }

    [Fact]
    public void Two_reactions_at_once_are_two_events_and_those_of_bots_are_none()
    {
        const string Update = """
            {"update_id":9,"message_reaction":{"chat":{"id":7,"type":"private"},"message_id":50,"user":{"id":8,"is_bot":BOT,"first_name":"Bo"},"date":5,
             "old_reaction":[],"new_reaction":[{"type":"emoji","emoji":"🔥"},{"type":"emoji","emoji":"👍"}]}}
            """;
        var context = s_context with { Reactions = "all" };

        Assert.Equal(["update:9", "update:9:1"], Events(Update.Replace("BOT", "false", StringComparison.Ordinal), context).Select(e => e.Key));
        Assert.Empty(Events(Update.Replace("BOT", "true", StringComparison.Ordinal), context));
    }

    private static InboundEvent Message(string members) => Assert.Single(Events($$"""{"update_id":9,"message":{{Body(members)}}}"""));

    private static string Body(string members)
    {
        var chat = members.Contains("\"chat\":{\"id\"", StringComparison.Ordinal) && !members.TrimStart().StartsWith("\"reply", StringComparison.Ordinal)
            ? "" : """ "chat":{"id":777,"type":"private"}, """;
        return $$"""{"message_id":100,"date":1600000000,"from":{"id":777,"is_bot":false,"first_name":"Ann","last_name":"Lee","username":"annie","language_code":"da"},{{chat}}{{members}}}""";
    }

    private static IReadOnlyList<InboundEvent> Events(string update, MappingContext? context = null) =>
        UpdateMapping.Events(JsonSerializer.Deserialize(update, BotJson.Default.BotUpdate)!, context ?? s_context);
}
