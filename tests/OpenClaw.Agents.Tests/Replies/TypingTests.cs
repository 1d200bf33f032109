using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Tests.Replies;

public class TypingTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Target _target = new();

    [Theory]
    [InlineData(TypingMode.Never, 0, 0, 0)]
    [InlineData(TypingMode.Instant, 1, 1, 1)]
    [InlineData(TypingMode.Thinking, 0, 1, 1)]
    [InlineData(TypingMode.Message, 0, 0, 1)]
    public async Task Typing_begins_when_the_mode_says(TypingMode mode, int accepted, int working, int writing)
    {
        await using var typing = new TypingController(_target, mode, TimeSpan.FromSeconds(6), _time);

        typing.Accepted();
        Assert.Equal(accepted, _target.Shown);
        typing.Working();
        Assert.Equal(working, _target.Shown);
        typing.Writing();
        Assert.Equal(writing, _target.Shown);
    }

    [Fact]
    public async Task Typing_is_repeated_until_the_reply_is_done()
    {
        var typing = new TypingController(_target, TypingMode.Instant, TimeSpan.FromSeconds(6), _time);
        typing.Accepted();
        _time.Advance(TimeSpan.FromSeconds(6));
        await Steps.UntilAsync(() => _target.Shown == 2);

        await typing.DisposeAsync();
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(2, _target.Shown);
    }

    [Fact]
    public async Task Typing_stops_two_minutes_after_the_last_sign_of_work()
    {
        await using var typing = new TypingController(_target, TypingMode.Instant, TimeSpan.FromSeconds(60), _time);
        typing.Accepted();
        _time.Advance(TimeSpan.FromSeconds(60));
        await Steps.UntilAsync(() => _target.Shown == 2);
        typing.Working();
        _time.Advance(TimeSpan.FromSeconds(60));
        await Steps.UntilAsync(() => _target.Shown == 3);

        _time.Advance(TimeSpan.FromSeconds(60));
        _time.Advance(TimeSpan.FromSeconds(60));
        typing.Writing();

        Assert.Equal(3, _target.Shown);
    }

    [Theory]
    [InlineData(null, true, false, false, TypingMode.Instant)]
    [InlineData(null, false, true, false, TypingMode.Instant)]
    [InlineData(null, false, false, false, TypingMode.Message)]
    [InlineData("thinking", true, true, false, TypingMode.Thinking)]
    [InlineData("instant", true, true, true, TypingMode.Never)]
    public void The_mode_of_a_conversation(string? configured, bool direct, bool mentioned, bool heartbeat, TypingMode expected) =>
        Assert.Equal(expected, TypingModes.For(configured, direct, mentioned, heartbeat));

    private sealed class Target : ITypingTarget
    {
        public int Shown { get; private set; }

        public Task ShowAsync(CancellationToken ct)
        {
            Shown++;
            return Task.CompletedTask;
        }
    }
}
