using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Queues;

namespace OpenClaw.Agents.Tests.Queues;

public class RecentMessagesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_message_is_new_once_in_twenty_minutes()
    {
        var recent = new RecentMessages(_time);

        Assert.True(recent.IsNew("a"));
        _time.Advance(TimeSpan.FromMinutes(19));
        Assert.False(recent.IsNew("a"));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(recent.IsNew("a"));
    }

    [Fact]
    public void Only_the_last_five_thousand_are_remembered()
    {
        var recent = new RecentMessages(_time);
        for (var i = 0; i <= RecentMessages.Capacity + 1; i++)
            Assert.True(recent.IsNew($"m{i}"));

        Assert.True(recent.IsNew("m0"));
        Assert.False(recent.IsNew($"m{RecentMessages.Capacity}"));
    }
}
