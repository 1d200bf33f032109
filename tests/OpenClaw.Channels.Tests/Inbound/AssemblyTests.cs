using OpenClaw.Channels.Tests.Inbound.Support;
using static OpenClaw.Channels.Tests.Inbound.Support.InboundBench;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>Albums and pastes that the app cut (spec 10 §8.5).</summary>
public sealed class AssemblyTests
{
    [Fact]
    public async Task The_parts_of_an_album_are_one_message_for_which_the_caption_speaks()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Part(1, ""), Part(2, "look"), Part(3, ""));

        await bench.Time.PassAsync(0.5);
        var message = (await bench.TakenAsync(1))[0];

        Assert.Equal(("look", 3, 3, "update:2"), (message.Text, message.Media.Count, message.InboxIds.Count, message.Event.Key));
        Assert.Equal(["/media/1.png", "/media/2.png", "/media/3.png"], message.Media.Select(static file => file.Path));
        await bench.AcceptAsync(Direct("next", "update:9"));
        Assert.Equal("next", (await bench.TakenAsync(2))[1].Text);
    }

    [Fact]
    public async Task A_late_part_of_an_album_waits_anew_and_one_that_is_too_late_is_a_message_of_its_own()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Part(1, "a"));
        await bench.Time.AwaitedAsync(0.5, 0.5);
        bench.Time.Advance(TimeSpan.FromMilliseconds(499));
        await bench.AcceptAsync(Part(2, ""));
        await bench.Time.AwaitedAsync(0.5, 0.5);
        bench.Time.Advance(TimeSpan.FromMilliseconds(499));
        Assert.Empty(bench.Handler.Taken);
        bench.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, (await bench.TakenAsync(1))[0].Media.Count);

        await bench.AcceptAsync(Part(3, ""));
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 2);
        Assert.Equal("<media:image>", bench.Handler.Taken[1].Text);
    }

    [Fact]
    public async Task A_paste_of_several_parts_is_one_message()
    {
        await using var bench = new InboundBench().Start();
        var first = new string('a', 4000);
        await bench.AcceptAsync(Text(10, first), Text(11, new string('b', 4096)), Text(12, "end"));

        await bench.Time.PassAsync(1.5);
        var message = (await bench.TakenAsync(1))[0];

        Assert.Equal(first + new string('b', 4096) + "end", message.Text);
        Assert.Equal(("update:10", "12", 3), (message.Event.Key, message.Event.MessageId, message.InboxIds.Count));
    }

    [Theory]
    [InlineData(3999, 11)]
    [InlineData(4000, 12)]
    public async Task A_text_that_is_shorter_or_not_the_next_is_no_part_of_a_paste(int length, int second)
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Text(10, new string('a', length)), Text(second, "b"));

        Assert.Equal([length, 1], (await bench.TakenAsync(2)).Select(static message => message.Text.Length));
    }

    [Fact]
    public async Task A_long_command_is_no_paste()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Text(10, "/think " + new string('a', 4000)), Text(11, "b"));

        Assert.Equal(2, (await bench.TakenAsync(2)).Count);
    }

    [Fact]
    public async Task A_paste_ends_with_twelve_parts_and_with_fifty_thousand_characters()
    {
        await using var bench = new InboundBench().Start();
        for (var i = 0; i < 13; i++)
            await bench.AcceptAsync(Text(100 + i, i == 0 ? new string('a', 4000) : "b"));
        Assert.Equal(4011, (await bench.TakenAsync(2))[0].Text.Length);

        for (var i = 0; i < 13; i++)
            await bench.AcceptAsync(Text(200 + i, new string('c', 4096)));
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Sum(static message => (long)message.Text.Length) == 4012 + (13 * 4096));
        Assert.Equal([12 * 4096, 4096], bench.Handler.Taken.Skip(2).Select(static message => message.Text.Length));
    }

    [Fact]
    public async Task What_others_write_in_between_is_answered_behind_the_album_and_in_order()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(
            Group("", "update:1") with { AlbumId = "A", Media = [Picture("1.png")] },
            Group("one", "update:2", "888"),
            Group("", "update:3") with { AlbumId = "A", Media = [Picture("3.png")] },
            Group("two", "update:4", "888"));
        await bench.Time.PassAsync(0.5);

        Assert.Equal(["<media:image> <media:image>", "one", "two"], (await bench.TakenAsync(3)).Select(static message => message.Text));
    }

    [Fact]
    public async Task Two_albums_at_once_are_two_messages()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(
            Album("A", "update:1", "777"), Album("B", "update:2", "888"), Album("A", "update:3", "777"), Album("B", "update:4", "888"));
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 2);

        Assert.Equal([2, 2], bench.Handler.Taken.Select(static message => message.Media.Count));
    }

    [Fact]
    public async Task The_end_of_the_gateway_in_the_middle_of_a_paste_loses_nothing()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Text(10, new string('a', 4000)), Text(11, "b"));
        await bench.Time.AwaitedAsync(1.5, 1.5);
        await bench.RestartAsync();
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 1);

        Assert.Equal((4001, true), (bench.Handler.Taken[0].Text.Length, bench.Handler.Taken[0].IsReplay));
    }

    private static Channels.Inbound.InboundEvent Part(int id, string text) =>
        Direct(text, $"update:{id}") with { AlbumId = "A", Media = [Picture($"{id}.png")] };

    private static Channels.Inbound.InboundEvent Album(string album, string key, string sender) =>
        Group("", key, sender) with { AlbumId = album, Media = [Picture("x.png")] };

    private static Channels.Inbound.InboundEvent Text(int id, string text) => Direct(text, $"update:{id}") with { MessageId = $"{id}" };
}
