using OpenClaw.Configuration.Paths;

namespace OpenClaw.Configuration.Tests.Paths;

public class ConfigPathTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b.c", "a|b|c")]
    [InlineData("a[0].b", "a|0|b")]
    [InlineData("a[0][1]", "a|0|1")]
    [InlineData("a.0.b", "a|0|b")]
    [InlineData("a[key].b", "a|key|b")]
    [InlineData("a[\"x.y]\"].b", "a|x.y]|b")]
    [InlineData("a['x'].b", "a|x|b")]
    [InlineData("a\\.b.c", "a.b|c")]
    [InlineData("[0]", "0")]
    public void Paths_are_read_as_people_write_them(string text, string segments)
    {
        Assert.True(ConfigPath.TryParse(text, out var path, out var error), error);
        Assert.Equal(segments.Split('|'), path.Segments);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("a[")]
    [InlineData("a[]")]
    [InlineData("a[0].")]
    public void What_is_no_path_is_refused_with_the_reason(string text)
    {
        Assert.False(ConfigPath.TryParse(text, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void A_written_path_reads_back()
    {
        Assert.Equal("a[0].b\\.c", ConfigPath.Write(["a", "0", "b.c"]));
        Assert.True(ConfigPath.TryParse("a[0].b\\.c", out var path, out _));
        Assert.Equal(["a", "0", "b.c"], path.Segments);
    }
}
