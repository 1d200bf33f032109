using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Telegram.Sending;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class SendRateTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddDays(20_000));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_chat_gets_one_message_a_second()
    {
        var rate = new SendRate(_time);

        Assert.Null(await rate.WaitAsync("7", Ct));
        var second = rate.WaitAsync("7", Ct);
        Assert.False(second.IsCompleted);
        Assert.True(rate.WaitAsync("8", Ct).IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await second);
    }

    [Fact]
    public async Task A_group_gets_twenty_a_minute_and_the_next_is_told_when_to_come()
    {
        var rate = new SendRate(_time);
        for (var n = 0; n < 20; n++)
        {
            Assert.Null(await rate.WaitAsync("-100", Ct));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(TimeSpan.FromSeconds(40), await rate.WaitAsync("-100", Ct));
        _time.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(await rate.WaitAsync("-100", Ct));
    }

    [Fact]
    public async Task All_chats_together_get_thirty_a_second()
    {
        var rate = new SendRate(_time);
        for (var n = 0; n < 30; n++)
            Assert.True(rate.WaitAsync($"{n}", Ct).IsCompletedSuccessfully);

        var late = rate.WaitAsync("late", Ct);
        Assert.False(late.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await late);
    }

    [Fact]
    public async Task A_chat_that_Telegram_closed_for_a_while_is_left_alone_for_that_long()
    {
        var rate = new SendRate(_time);
        rate.Block("7", TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.FromSeconds(30), await rate.WaitAsync("7", Ct));
        _time.Advance(TimeSpan.FromSeconds(27));
        var soon = rate.WaitAsync("7", Ct);
        Assert.False(soon.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Null(await soon);
    }
}
