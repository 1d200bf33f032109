using System.Text.RegularExpressions;

namespace OpenClaw.Architecture.Tests;

/// <summary>Rules of CONTRIBUTING.md that a compiler does not know.</summary>
public partial class SourceRuleTests
{
    private const int MostLines = 300;

    [Fact]
    public void A_file_can_be_read_in_a_sitting()
    {
        var long_ = Repository.Sources("src").Where(f => Repository.Read(f).Count(c => c == '\n') > MostLines);

        Assert.Empty(long_);
    }

    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Utc)?Now\b", "time comes from a TimeProvider")]
    [InlineData(@"\bThread\.Sleep\b", "wait for a condition, not for time")]
    [InlineData(@"\basync void\b", "nobody can await it")]
    [InlineData(@"NotImplementedException", "advertise only what works")]
    [InlineData(@"\b(TODO|FIXME|HACK)\b", "finish it or write an issue")]
    [InlineData(@"#pragma warning disable", "a warning is an error; suppress per third-party assembly only")]
    [InlineData(@"catch( \([^)]*\))?\s*\{\s*\}", "a swallowed failure needs at least a reason in a comment")]
    public void The_product_does_not_contain(string pattern, string because)
    {
        var hits = Repository.Sources("src").Where(f => Regex.IsMatch(Repository.Read(f), pattern));

        Assert.True(!hits.Any(), $"{because}: {string.Join(", ", hits)}");
    }

    [Fact]
    public void A_log_event_id_is_used_once()
    {
        var ids = Repository.Sources("src")
            .SelectMany(f => LoggerMessageId().Matches(Repository.Read(f)).Select(m => (Id: m.Groups[1].Value, File: f)))
            .GroupBy(e => e.Id)
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => e.File))}");

        Assert.Empty(ids);
    }

    [Fact]
    public void A_skipped_test_says_why()
    {
        var bare = Repository.Sources("tests").Where(f => BareSkip().IsMatch(Repository.Read(f)));

        Assert.Empty(bare);
    }

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex LoggerMessageId();

    [GeneratedRegex("Skip = \"\"")]
    private static partial Regex BareSkip();
}
