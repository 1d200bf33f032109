using System.Xml.Linq;

namespace OpenClaw.Architecture.Tests;

/// <summary>The floor table of docs/architecture.md, as a test: a project may reference only what the table lets it know.</summary>
public class FloorTests
{
    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        ["Protocol"] = [],
        ["Storage"] = [],
        ["Configuration"] = ["Protocol", "Storage"],
        ["Client"] = ["Protocol"],
        ["Agents"] = ["Protocol", "Storage", "Configuration"],
        ["Channels"] = ["Protocol", "Storage", "Configuration"],
        ["Nodes"] = ["Protocol", "Storage", "Configuration", "Client"],
        ["Operations"] = ["Configuration", "Client"],
        ["Gateway"] = ["Protocol", "Storage", "Configuration", "Client", "Agents", "Channels", "Nodes", "Operations"],
        ["Cli"] = ["Protocol", "Storage", "Configuration", "Client", "Agents", "Channels", "Nodes", "Operations", "Gateway"],
    };

    public static TheoryData<string> Projects => [.. s_mayKnow.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_the_floors_below_it(string project)
    {
        var file = Path.Combine(Repository.Root, "src", $"OpenClaw.{project}", $"OpenClaw.{project}.csproj");
        var references = XDocument.Load(file)
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)["OpenClaw.".Length..]);

        Assert.Empty(references.Except(s_mayKnow[project]));
    }

    [Fact]
    public void Every_project_has_a_floor()
    {
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src"))
            .Where(d => Directory.EnumerateFiles(d, "*.csproj").Any())
            .Select(d => Path.GetFileName(d)["OpenClaw.".Length..]);

        Assert.Equal(s_mayKnow.Keys.Order(), projects.Order());
    }

    [Fact]
    public void Agents_and_channels_do_not_know_each_other()
    {
        Assert.DoesNotContain(Repository.Sources("src/OpenClaw.Agents"), f => Repository.Read(f).Contains("OpenClaw.Channels"));
        Assert.DoesNotContain(Repository.Sources("src/OpenClaw.Channels"), f => Repository.Read(f).Contains("OpenClaw.Agents"));
    }
}
