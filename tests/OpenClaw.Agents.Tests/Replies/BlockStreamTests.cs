using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Tests.Replies;

public class BlockStreamTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_arrives_in_blocks_and_is_not_sent_again()
    {
        await using var stream = new BlockStream(new BlockChunking(5, 40), null, HumanDelay.Off, SendAsync, _time);

        stream.Say("First.\n\nSec".AsMemory());
        stream.Say("First.\n\nSecond".AsMemory());
        await stream.CompleteAsync(Stop);

        Assert.Equal("First.", await _sent.Reader.ReadAsync(Stop));
        Assert.Equal("Second", await _sent.Reader.ReadAsync(Stop));
        Assert.Equal(string.Empty, stream.Unsent("First.\n\nSecond"));
        Assert.Equal("Something else", stream.Unsent("Something else"));
    }

    [Fact]
    public async Task Blocks_pause_like_a_person_between_them()
    {
        await using var stream = new BlockStream(
            new BlockChunking(5, 10), null, HumanDelay.For("custom", 1000, 1000), SendAsync, _time);
        stream.Say("First.\n\nSecond.\n\n".AsMemory());
        var done = stream.CompleteAsync(Stop);

        Assert.Equal("First.", await _sent.Reader.ReadAsync(Stop));
        await Steps.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(250));
            return done.IsCompleted;
        });

        Assert.Equal("Second.", await _sent.Reader.ReadAsync(Stop));
    }

    [Fact]
    public async Task Small_blocks_wait_for_each_other_until_nothing_comes()
    {
        await using var stream = new BlockStream(
            new BlockChunking(1, 40), new BlockCoalescing(100, 200, TimeSpan.FromSeconds(1)), HumanDelay.Off, SendAsync, _time);

        stream.Say("One.\n\n".AsMemory());
        stream.Say("One.\n\nTwo.\n\n".AsMemory());
        await Steps.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _sent.Reader.Count > 0;
        });

        Assert.Equal("One.\n\nTwo.", await _sent.Reader.ReadAsync(Stop));
    }

    [Fact]
    public async Task A_block_that_takes_too_long_leaves_the_rest_to_the_final_answer()
    {
        var stuck = new TaskCompletionSource<DeliveryReceipt>();
        await using var stream = new BlockStream(new BlockChunking(5, 10), null, HumanDelay.Off, (_, _) => stuck.Task, _time);
        stream.Say("First.\n\nSecond.\n\n".AsMemory());
        var done = stream.CompleteAsync(Stop);

        await Steps.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            return done.IsCompleted;
        });

        Assert.True(stream.Failed);
        Assert.Equal("First.\n\nSecond.", stream.Unsent("First.\n\nSecond."));
    }

    private Task<DeliveryReceipt> SendAsync(ReplyPayload reply, CancellationToken ct)
    {
        _sent.Writer.TryWrite(reply.Text);
        return Task.FromResult(new DeliveryReceipt(true));
    }
}
