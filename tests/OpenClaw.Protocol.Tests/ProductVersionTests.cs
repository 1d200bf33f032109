using System.Reflection;

namespace OpenClaw.Protocol.Tests;

public class ProductVersionTests
{
    [Fact]
    public void The_version_is_the_one_the_build_was_given() => Assert.Equal(
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version,
        $"{ProductVersion.Text}.0");
}
