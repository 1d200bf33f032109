using System.Text.Json;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tests.Queues;

public class FollowupQueueTests
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.UnixEpoch;
    private static readonly QueueSettings s_collect = new(QueueMode.Collect, TimeSpan.FromSeconds(1), 3, QueueDrop.Summarize);

    private readonly FollowupQueue<Said> _queue = new();

    [Fact]
    public void Collected_messages_become_one_prompt_with_numbers()
    {
        Offer("one");
        Offer("two");

        var batch = _queue.Take(QueueMode.Collect)!;

        Assert.Equal("[Messages queued while busy]\n\n---\nQueued #1\none\n\n---\nQueued #2\ntwo", batch.Text);
        Assert.Equal(["one", "two"], batch.Items.Select(static i => i.Text));
        Assert.Null(_queue.Take(QueueMode.Collect));
    }

    [Fact]
    public void A_single_message_stands_for_itself()
    {
        Offer("one");

        Assert.Equal("one", _queue.Take(QueueMode.Collect)!.Text);
    }

    [Fact]
    public void Followups_run_one_by_one()
    {
        Offer("one");
        Offer("two");

        Assert.Equal("one", _queue.Take(QueueMode.Followup)!.Text);
        Assert.Equal("two", _queue.Take(QueueMode.Followup)!.Text);
    }

    [Fact]
    public void Messages_for_different_targets_are_not_answered_together()
    {
        _queue.Offer(new Said("one", null, "ann"), s_collect, s_now);
        _queue.Offer(new Said("two", null, "bob"), s_collect, s_now);
        _queue.Offer(new Said("three", null, "bob"), s_collect, s_now);

        Assert.Equal("one", _queue.Take(QueueMode.Collect)!.Text);
        Assert.Equal(2, _queue.Take(QueueMode.Collect)!.Items.Count);
    }

    [Fact]
    public void A_full_queue_keeps_a_line_of_what_it_drops()
    {
        foreach (var text in (string[])["one\nof many", "two", "three", "four", "five"])
            Offer(text);

        var batch = _queue.Take(QueueMode.Collect)!;

        Assert.StartsWith("[2 earlier messages were left out because too many were waiting]\n- one of many\n- two\n\n", batch.Text, StringComparison.Ordinal);
        Assert.Equal(["three", "four", "five"], batch.Items.Select(static i => i.Text));
        Assert.Equal(["one\nof many", "two"], batch.Summarised.Select(static i => i.Text));
    }

    [Fact]
    public void A_digest_is_at_most_160_characters()
    {
        Offer(new string('x', 500));
        foreach (var text in (string[])["2", "3", "4"])
            Offer(text);

        var line = _queue.Take(QueueMode.Collect)!.Text.Split('\n')[1];

        Assert.Equal("- ".Length + 160, line.Length);
    }

    [Fact]
    public void A_full_queue_drops_the_oldest_or_refuses_the_newest()
    {
        var old = s_collect with { Drop = QueueDrop.Old, Cap = 1 };
        Assert.Equal(QueueFate.Queued, _queue.Offer(new Said("one"), old, s_now).Fate);
        var offer = _queue.Offer(new Said("two"), old, s_now);
        Assert.Equal((QueueFate.Queued, "one"), (offer.Fate, offer.Dropped.Single().Text));

        Assert.Equal(QueueFate.Refused, _queue.Offer(new Said("three"), old with { Drop = QueueDrop.New }, s_now).Fate);
        Assert.Equal("two", _queue.Take(QueueMode.Collect)!.Text);
    }

    [Theory]
    [InlineData("a", "x", "a", "y", QueueFate.Queued)]
    [InlineData("a", "x", "b", "x", QueueFate.Duplicate)]
    [InlineData("a", null, "a", null, QueueFate.Duplicate)]
    [InlineData("a", null, "b", null, QueueFate.Queued)]
    public void The_same_message_is_not_queued_twice(string first, string? firstId, string second, string? secondId, QueueFate expected)
    {
        _queue.Offer(new Said(first, firstId), s_collect, s_now);

        Assert.Equal(expected, _queue.Offer(new Said(second, secondId), s_collect, s_now).Fate);
    }

    [Fact]
    public void The_queue_is_due_when_nothing_has_come_for_the_debounce()
    {
        Assert.Null(_queue.DueAt(s_collect));
        Offer("one");
        _queue.Offer(new Said("two"), s_collect, s_now.AddSeconds(5));

        Assert.Equal(s_now.AddSeconds(6), _queue.DueAt(s_collect));
    }

    [Fact]
    public void Clearing_tells_who_waited()
    {
        for (var i = 0; i < 5; i++)
            Offer($"m{i}");

        Assert.Equal(5, _queue.Clear().Count);
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void Settings_come_from_the_message_then_the_session_then_the_channel_then_the_file()
    {
        var config = new MessageQueueConfig
        {
            Mode = "followup",
            ByChannel = new Dictionary<string, string> { ["telegram"] = "steer" },
            DebounceMsByChannel = new Dictionary<string, long> { ["telegram"] = 250 },
            Cap = 7,
        };
        var session = new StoredSession(JsonDocument.Parse("""{"queueMode":"interrupt","queueCap":2,"queueDrop":"old"}""").RootElement);

        Assert.Equal(QueueMode.Collect, QueueSettings.For(new MessageQueueConfig(), "webchat", null).Mode);
        Assert.Equal((QueueMode.Followup, 1000.0, 7), Of(QueueSettings.For(config, "webchat", null)));
        Assert.Equal((QueueMode.Steer, 250.0, 7), Of(QueueSettings.For(config, "telegram", null)));
        Assert.Equal((QueueMode.Interrupt, 250.0, 2), Of(QueueSettings.For(config, "telegram", session)));
        Assert.Equal((QueueMode.SteerBacklog, 250.0, 2), Of(QueueSettings.For(config, "telegram", session, new QueueChoice(QueueMode.SteerBacklog))));
        Assert.Equal((QueueMode.Steer, 250.0, 7), Of(QueueSettings.For(config, "telegram", session, new QueueChoice(Reset: true))));

        static (QueueMode, double, int) Of(QueueSettings settings) => (settings.Mode, settings.Debounce.TotalMilliseconds, settings.Cap);
    }

    [Fact]
    public void A_choice_is_read_or_its_first_bad_word_named()
    {
        Assert.Equal(
            new QueueChoice(QueueMode.Steer, TimeSpan.FromSeconds(2), 5, QueueDrop.Old),
            QueueChoice.Parse("queue debounce:2s cap:5 drop:old").Choice);
        Assert.True(QueueChoice.Parse("reset").Choice!.Reset);
        Assert.Contains("cap:20", QueueChoice.Parse("collect cap:0").Problem, StringComparison.Ordinal);
        Assert.Contains("debounce:2s", QueueChoice.Parse("debounce:never").Problem, StringComparison.Ordinal);
        Assert.Contains("collect, followup", QueueChoice.Parse("sometimes").Problem, StringComparison.Ordinal);
        Assert.Contains("summarize", QueueChoice.Parse("drop:all").Problem, StringComparison.Ordinal);
    }

    private void Offer(string text) => _queue.Offer(new Said(text), s_collect, s_now);

    private sealed record Said(string Text, string? MessageId = null, string Target = "here") : IQueueItem;
}
