using OpenClaw.Channels.Polls;

namespace OpenClaw.Channels.Tests.Polls;

public class PollRulesTests
{
    [Theory]
    [InlineData(" ", 2, null, null, "question")]
    [InlineData("far too long", 2, null, null, "question")]
    [InlineData("q", 1, null, null, "options")]
    [InlineData("q", 11, null, null, "options")]
    [InlineData("q", 2, 0, null, "maxSelections")]
    [InlineData("q", 2, 3, null, "maxSelections")]
    [InlineData("q", 2, 1, 0, "durationHours")]
    public void What_is_wrong_is_named(string question, int options, int? selections, int? hours, string field)
    {
        var (poll, problem) = PollRules.Check(
            question, [.. Enumerable.Range(0, options).Select(static i => $"option {i}"), " "], selections, hours, maxOptions: 10, maxQuestion: 10);

        Assert.Null(poll);
        Assert.StartsWith($"{field}: ", problem, StringComparison.Ordinal);
    }
}
