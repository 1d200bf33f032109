using OpenClaw.Agents.Context;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tests.Context;

public sealed class CutPlanTests
{
    [Theory]
    // Between two turns.
    [InlineData("m u100 a100 u100 a100", 150, "e3", "e0 e1 e2", "")]
    [InlineData("u100 a100 u100 a100", 200, "e2", "e0 e1", "")]
    // In the middle of a turn: its beginning is summarised on its own.
    [InlineData("u100 a100 u100 a100", 100, "e3", "e0 e1", "e2")]
    [InlineData("u100 a100 t100 a100", 100, "e3", "", "e0 e1 e2")]
    // Never before a tool result: the cut moves on to the next message.
    [InlineData("u100 a100 u100 a10 t100 a100", 150, "e5", "e0 e1", "e2 e3 e4")]
    // A last result larger than what is kept: its call stays with it.
    [InlineData("u100 a100 u10 a10 t900", 200, "e3", "e0 e1", "e2")]
    // What the last compaction kept is summarised now, its own entry is not.
    [InlineData("u100 a100 u100 a100 c2 u100 a100", 200, "e5", "e2 e3", "")]
    public void A_conversation_is_cut_where_it_can_be_continued(string words, long keep, string first, string history, string prefix)
    {
        var plan = CutPlan.Of(Conversation.Path(words.Split(' ')), keep)!;

        Assert.Equal(first, plan.FirstKeptId);
        Assert.Equal(history, string.Join(' ', plan.History.Select(static entry => entry.Id)));
        Assert.Equal(prefix, string.Join(' ', plan.TurnPrefix.Select(static entry => entry.Id)));
    }

    [Theory]
    [InlineData("u100 a100", 500)]
    [InlineData("u100 a100 u100", 301)]
    [InlineData("m m u900", 100)]
    [InlineData("m u10 a900", 5000)]
    [InlineData("m", 1)]
    public void A_conversation_with_nothing_before_the_cut_is_left_alone(string words, long keep) =>
        Assert.Null(CutPlan.Of(Conversation.Path(words.Split(' ')), keep));

    [Fact]
    public void An_older_summary_is_handed_over() =>
        Assert.Equal("older notes", CutPlan.Of(Conversation.Path("u100", "a100", "c1", "u100", "a100", "u50"), 60)!.OlderSummary);

    [Theory]
    [InlineData(200_000, 20_000, 20_000, 180_000, false)]
    [InlineData(200_000, 20_000, 20_000, 180_001, true)]
    [InlineData(200_000, 0, 16_384, 183_616, false)]
    [InlineData(200_000, 0, 16_384, 183_617, true)]
    [InlineData(200_000, 50_000, 50_000, 150_001, true)]
    [InlineData(32_000, 20_000, 16_000, 16_000, false)]
    [InlineData(32_000, 20_000, 16_000, 16_001, true)]
    public void A_conversation_is_too_long_when_it_leaves_less_than_the_reserve(long window, long floor, long reserve, long tokens, bool due)
    {
        var limits = CompactionLimits.For(window, new CompactionConfig { ReserveTokensFloor = floor });

        Assert.Equal(reserve, limits.Reserve);
        Assert.Equal(due, limits.IsExceededBy(tokens));
        Assert.True(limits.Keep < limits.Window - limits.Reserve);
    }

    [Fact]
    public void A_conversation_is_as_long_as_its_last_bill_and_what_follows()
    {
        var path = Conversation.Path("u1000", "a1000", "u100", "t50").ToList();
        Assert.Equal(2100, TokenEstimate.Of(path));

        var line = Agents.Transcripts.TranscriptAddition.MessageLine("e1", "e0", DateTimeOffset.UnixEpoch, Conversation.Assistant("short", usage: 7000));
        path[1] = path[1] with { Raw = System.Text.Json.JsonDocument.Parse(line).RootElement.Clone() };
        Assert.Equal(7150, TokenEstimate.Of(path));

        // After a compaction the old bill is for a conversation that is no longer sent.
        Assert.InRange(TokenEstimate.Of([.. path, .. Conversation.Path("u1", "u1", "u1", "u1", "c2").Skip(4)]), 100, 200);
    }
}
