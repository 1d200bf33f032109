using OpenClaw.Nodes.Commands;

namespace OpenClaw.Nodes.Tests.Commands;

public class NodePlatformsTests
{
    [Theory]
    [InlineData("ios 18.2", null, NodePlatform.Ios)]
    [InlineData("iOS", "Android", NodePlatform.Ios)]
    [InlineData("android", null, NodePlatform.Android)]
    [InlineData("macos 15.1", null, NodePlatform.Macos)]
    [InlineData("Darwin", null, NodePlatform.Macos)]
    [InlineData("win32", null, NodePlatform.Windows)]
    [InlineData("linux", "iPad", NodePlatform.Linux)]
    [InlineData("plan9", "My iPad", NodePlatform.Ios)]
    [InlineData(null, "iPhone", NodePlatform.Ios)]
    [InlineData("", "Mac", NodePlatform.Macos)]
    [InlineData("x", "Windows Server", NodePlatform.Windows)]
    [InlineData("freebsd", null, NodePlatform.Unknown)]
    [InlineData(null, null, NodePlatform.Unknown)]
    public void The_platform_decides_before_the_device_family(string? platform, string? family, NodePlatform expected) =>
        Assert.Equal(expected, NodePlatforms.Of(platform, family));
}
