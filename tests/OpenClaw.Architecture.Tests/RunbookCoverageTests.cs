using System.Text;
using System.Text.RegularExpressions;

namespace OpenClaw.Architecture.Tests;

/// <summary>
/// docs/runbook-coverage.md is generated from the <c>Runbook</c> traits of the tests. Run this project with
/// <c>OPENCLAW_WRITE_COVERAGE=1</c> to write it anew.
/// </summary>
public partial class RunbookCoverageTests
{
    private const string Page = "docs/runbook-coverage.md";

    [Fact]
    public void The_coverage_page_is_current()
    {
        var expected = Render();
        if (Environment.GetEnvironmentVariable("OPENCLAW_WRITE_COVERAGE") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, Page), expected);

        Assert.Equal(expected, Repository.Read(Page));
    }

    private static string Render()
    {
        var tests = Repository.Sources("tests")
            .SelectMany(f => Traited().Matches(Repository.Read(f)).SelectMany(m => RowIds().Matches(m.Groups["traits"].Value)
                .Select(r => (Row: r.Groups[1].Value, Test: $"{Path.GetFileNameWithoutExtension(f)}.{m.Groups["name"].Value}"))))
            .Distinct()
            .GroupBy(t => t.Row)
            .OrderBy(g => g.Key[0])
            .ThenBy(g => int.Parse(g.Key[1..], System.Globalization.CultureInfo.InvariantCulture));

        var page = new StringBuilder("# Runbook coverage\n\n");
        page.Append("Which tests prove which promise of the operator runbook. Generated from the `Runbook` traits of the tests;\n");
        page.Append("a promise that is not listed has no test yet.\n\n| Promise | Tests |\n|---|---|\n");
        foreach (var row in tests)
            page.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {row.Key} | {string.Join("<br>", row.Select(t => t.Test).Order(StringComparer.Ordinal))} |\n");
        return page.ToString();
    }

    /// <summary>A run of attributes that holds a Runbook trait, and the method below it.</summary>
    [GeneratedRegex(
        """(?<traits>(?:\[[^\n]*\]\s*\n\s*)*\[[^\n]*Trait\("Runbook", ?"[^\n]*\]\s*\n\s*(?:\[[^\n]*\]\s*\n\s*)*)public (?:static )?(?:async )?[\w<>]+ (?<name>\w+)\(""")]
    private static partial Regex Traited();

    [GeneratedRegex("""Trait\("Runbook", ?"([A-G]\d+)"\)""")]
    private static partial Regex RowIds();
}
