using OpenClaw.Configuration.Paths;

namespace OpenClaw.Configuration.Tests.Paths;

public class ProfileSelectionTests
{
    [Fact]
    public void Flags_before_the_command_are_taken_and_later_ones_are_left_to_it()
    {
        var selection = ProfileSelection.Take(["--no-color", "--profile", "work", "gateway", "--dev"], out var rest, out var error);

        Assert.Equal(new ProfileSelection("work"), selection);
        Assert.Equal(["--no-color", "gateway", "--dev"], rest);
        Assert.Null(error);
    }

    [Fact]
    public void Dev_may_be_said_twice_but_not_with_another_profile()
    {
        Assert.Equal(ProfileSelection.Dev, ProfileSelection.Take(["--dev", "--profile=dev"], out _, out var none));
        Assert.Null(none);

        ProfileSelection.Take(["--dev", "--profile", "work"], out _, out var error);
        Assert.Contains("--dev", error);
    }

    [Theory]
    [InlineData("--profile")]
    [InlineData("--profile=")]
    [InlineData("--profile=a b")]
    [InlineData("--profile=-x")]
    [InlineData("--profile=../../etc")]
    public void A_missing_or_bad_name_is_refused_naming_the_flag(string flag)
    {
        Assert.Equal(ProfileSelection.None, ProfileSelection.Take([flag], out _, out var error));
        Assert.Contains("--profile", error);
    }
}
