using OpenClaw.Channels.Inbound.History;

namespace OpenClaw.Channels.Tests.Inbound;

/// <summary>What was said in a group since the last answer (spec 10 §3.6).</summary>
public sealed class GroupHistoryTests
{
    private readonly GroupHistory _history = new();

    [Fact]
    public void Only_the_last_messages_are_kept_and_none_after_an_answer()
    {
        for (var i = 1; i <= 5; i++)
            _history.Add("g", Entry($"{i}"), 3);
        Assert.Equal(["3", "4", "5"], _history.Of("g", 50).Select(static entry => entry.Body));
        Assert.Equal(["5"], _history.Of("g", 1).Select(static entry => entry.Body));

        _history.Clear("g");

        Assert.Empty(_history.Of("g", 50));
    }

    [Fact]
    public void Zero_switches_it_off()
    {
        _history.Add("g", Entry("1"), 0);

        Assert.Empty(_history.Of("g", 50));
    }

    [Fact]
    public void Row3_of_more_than_a_thousand_groups_the_one_that_was_silent_longest_goes()
    {
        for (var i = 0; i < GroupHistory.MaxGroups; i++)
            _history.Add($"g{i}", Entry("x"), 50);
        _history.Add("g0", Entry("y"), 50);
        _history.Add("new", Entry("x"), 50);

        Assert.Equal(GroupHistory.MaxGroups, _history.Count);
        Assert.Equal(2, _history.Of("g0", 50).Count);
        Assert.Empty(_history.Of("g1", 50));
    }

    [Fact]
    public void Row3_long_messages_are_cut_and_the_whole_stays_within_its_room()
    {
        for (var group = 0; group < 30; group++)
        {
            for (var i = 0; i < 50; i++)
                _history.Add($"g{group}", Entry(new string('x', 65_000)), 50);
        }

        Assert.InRange(_history.Count, 15, 20);
        Assert.All(_history.Of("g29", 50), static entry => Assert.Equal(GroupHistory.MaxBody, entry.Body.Length));
        Assert.Equal(50, _history.Of("g29", 50).Count);
    }

    private static HistoryEntry Entry(string body) => new("Ann", body, 1, "1");
}
