using OpenClaw.Channels.Targets;

namespace OpenClaw.Channels.Tests.Targets;

public class TelegramTargetsTests
{
    [Theory]
    [InlineData("777", "777", null, false)]
    [InlineData("telegram:group:-100123:topic:42", "-100123", "42", true)]
    [InlineData("-100123:7", "-100123", "7", true)]
    [InlineData("tg:telegram:@Name", "@Name", null, false)]
    [InlineData("https://t.me/Chan_1/", "@Chan_1", null, false)]
    [InlineData("T.ME/chan:topic:3", "@chan", "3", false)]
    [InlineData("username", "@username", null, false)]
    [InlineData(" telegram: 5 ", "5", null, false)]
    public void A_recipient_is_a_chat_and_perhaps_a_topic(string text, string chat, string? thread, bool group)
    {
        var found = TelegramTargets.Resolve(text);

        Assert.Equal((chat, thread, group, null), (found.ChatId, found.ThreadId, found.IsGroup, found.Problem));
    }

    [Theory]
    [InlineData("")]
    [InlineData("telegram:")]
    [InlineData("Ann")]
    [InlineData("Ann Lee")]
    [InlineData("https://t.me/joinchat/AAAA")]
    [InlineData("-100:topic:99999999999999")]
    [InlineData(null)]
    public void What_is_no_recipient_is_refused_with_the_fix(string? text)
    {
        var found = TelegramTargets.Resolve(text);

        Assert.Null(found.ChatId);
        Assert.Contains("@name", found.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ann")]
    [InlineData("group:-1")]
    [InlineData("-")]
    [InlineData("7:topic")]
    public void A_name_is_looked_up(string text) => Assert.False(TelegramTargets.LooksLikeId(text));
}
