using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Tests.Inbound.Support;
using static OpenClaw.Channels.Tests.Inbound.Support.InboundBench;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>Attachments: fetched after access and gating, capped, and never a reason to lose a message.</summary>
public sealed class InboundMediaTests
{
    [Fact]
    public async Task A_picture_is_here_when_its_message_is()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Direct("what is this?", "update:1") with { Media = [Picture("cat.png")] });
        var message = (await bench.TakenAsync(1))[0];

        Assert.Equal(new LocalMedia("/media/cat.png", "image", "image/png"), Assert.Single(message.Media));
        Assert.Equal("what is this?", message.Text);
    }

    [Fact]
    public async Task Nothing_is_fetched_for_those_who_are_not_answered()
    {
        await using var bench = new InboundBench("""{"channels":{"telegram":{"groupPolicy":"open"}}}""").Start();
        var fetched = 0;
        bench.Accounts.Telegram.Fetch = (_, _, _) => throw new InvalidOperationException($"{++fetched}");
        await bench.AcceptAsync(
            Direct("", "update:1") with { Media = [Picture("a.png")] },
            Group("", "update:2") with { Media = [Picture("b.png")] });
        await bench.OpenAsync(0);

        Assert.Equal(0, fetched);
    }

    [Theory]
    [InlineData("telegram", null, 5)]
    [InlineData("whatsapp", null, 50)]
    [InlineData("telegram", 20, 20)]
    [InlineData("whatsapp", 1, 1)]
    public async Task Each_channel_has_its_limit(string channel, int? configured, int megabytes)
    {
        await using var bench = new InboundBench(
            "{\"channels\":{\"" + channel + "\":{\"dmPolicy\":\"open\"" + (configured is { } limit ? $",\"mediaMaxMb\":{limit}" : "") + "}}}").Start();
        long asked = 0;
        Task<FetchedMedia> Fetch(InboundMedia media, long max, CancellationToken ct)
        {
            asked = max;
            return Task.FromResult(new FetchedMedia("/x", "image/png", "x"));
        }

        bench.Accounts.Telegram.Fetch = bench.Accounts.WhatsApp.Fetch = Fetch;
        await bench.AcceptAsync((channel == "whatsapp" ? Phone("hi", "1") : Direct("hi", "1")) with { Media = [Picture("x", null)] });
        await bench.TakenAsync(1);

        Assert.Equal(megabytes * 1024L * 1024, asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_Telegram_a_file_that_is_too_large_is_answered_with_a_notice(bool declared)
    {
        await using var bench = new InboundBench().Start();
        bench.Accounts.Telegram.Fetch = static (_, _, _) => Task.FromResult(new FetchedMedia(null, TooLarge: true));
        await bench.AcceptAsync(Direct("", "update:1") with { Media = [Picture("x", declared ? 5 * 1024 * 1024 + 1 : null)] });
        await bench.OpenAsync(0);

        var notice = Assert.Single(bench.Outbox.Prepared);
        Assert.Contains("5 MB", notice.Text, StringComparison.Ordinal);
        Assert.Equal("11", notice.ReplyToId);
        Assert.Equal(["too large"], await bench.OutcomesAsync());
        Assert.Empty(bench.Handler.Taken);
    }

    [Fact]
    public async Task On_WhatsApp_it_is_left_out_and_the_message_goes_on()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Phone("see", "1") with { Media = [Picture("x", 51L * 1024 * 1024)] });
        var message = (await bench.TakenAsync(1))[0];

        Assert.Equal("see\n<media:image> (larger than 50 MB)", message.Text);
        Assert.Empty(message.Media);
    }

    [Fact]
    public async Task A_download_that_fails_is_tried_again_and_in_the_end_named()
    {
        await using var bench = new InboundBench().Start();
        var tries = 0;
        bench.Accounts.Telegram.Fetch = (media, _, _) => media.FileName == "gone.png"
            ? Task.FromResult(new FetchedMedia(null, Problem: $"{++tries}"))
            : throw new HttpRequestException("no network");
        await bench.AcceptAsync(Direct("", "update:1") with { Media = [Picture("gone.png"), Picture("down.png")] }, Direct("next", "update:2"));
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 2);

        Assert.Equal("<media:image> (it could not be downloaded)\n<media:image> (it could not be downloaded)", bench.Handler.Taken[0].Text);
        Assert.Equal(3, tries);
        Assert.Equal("next", bench.Handler.Taken[1].Text);
    }

    [Fact]
    public async Task A_download_waits_for_its_account_to_come_back()
    {
        await using var bench = new InboundBench().Start();
        bench.Accounts.IsDown = true;
        await bench.AcceptAsync(Direct("", "update:1") with { Media = [Picture("cat.png")] });
        await bench.Time.PassAsync(2);
        await bench.Time.AwaitedAsync(5, 5);
        bench.Accounts.IsDown = false;
        bench.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Single((await bench.TakenAsync(1))[0].Media);
    }

    [Fact]
    public async Task Row20_a_file_that_cannot_be_kept_costs_the_file_and_not_the_message()
    {
        await using var bench = new InboundBench().Start();
        bench.Keep = static (_, _) => (null, "disk full");
        await bench.AcceptAsync(Direct("look", "update:1") with { Media = [Picture("cat.png")] });
        await bench.UntilAsTimePasses(() => bench.Handler.Taken.Count == 1);

        Assert.Equal("look\n<media:image> (it could not be downloaded)", bench.Handler.Taken[0].Text);
    }

    [Fact]
    public async Task A_slow_download_holds_up_its_own_chat_alone()
    {
        await using var bench = new InboundBench().Start();
        var release = new TaskCompletionSource();
        bench.Accounts.Telegram.Fetch = async (media, _, _) =>
        {
            await release.Task;
            return new FetchedMedia("/x", media.Mime, media.FileName);
        };
        await bench.AcceptAsync(Direct("", "update:1") with { Media = [Picture("cat.png")] }, Direct("behind", "update:2"), Direct("beside", "update:3", "888"));
        Assert.Equal("beside", (await bench.TakenAsync(1))[0].Text);
        release.SetResult();

        Assert.Equal(["beside", "<media:image>", "behind"], (await bench.TakenAsync(3)).Select(static message => message.Text));
    }

    [Fact]
    public async Task A_place_is_told_in_words()
    {
        await using var bench = new InboundBench().Start();
        await bench.AcceptAsync(Direct("", "update:1") with { Location = new InboundLocation(55.676098, 12.568337, 12.4, Caption: "here") });

        Assert.Equal("📍 55.676098, 12.568337 ±12m\nhere", (await bench.TakenAsync(1))[0].Text);
    }
}
