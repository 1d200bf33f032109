using System.Xml.Linq;

namespace OpenClaw.Architecture.Tests;

/// <summary>A dependency nobody can explain does not stay.</summary>
public class DependencyTests
{
    [Fact]
    public void Every_package_is_explained()
    {
        var explained = Repository.Read("docs/dependencies.md");
        var packages = XDocument.Parse(Repository.Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(p => (Name: p.Attribute("Include")!.Value, Version: p.Attribute("Version")!.Value));

        Assert.All(packages, p => Assert.Contains($"| {p.Name} | {p.Version} |", explained));
    }

    [Fact]
    public void Every_package_is_used()
    {
        var projects = new[] { "src", "tests", "bench" }
            .Where(d => Directory.Exists(Path.Combine(Repository.Root, d)))
            .SelectMany(d => Directory.EnumerateFiles(Path.Combine(Repository.Root, d), "*.*proj", SearchOption.AllDirectories))
            .Concat(["tests/Directory.Build.props", "src/Directory.Build.props"])
            .Select(f => File.ReadAllText(Path.Combine(Repository.Root, f)))
            .ToList();
        var packages = XDocument.Parse(Repository.Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(p => p.Attribute("Include")!.Value);

        Assert.All(packages, p => Assert.Contains(projects, text => text.Contains($"Include=\"{p}\"")));
    }
}
