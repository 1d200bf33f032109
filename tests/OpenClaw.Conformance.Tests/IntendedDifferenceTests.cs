using OpenClaw.Conformance.Tests.Replay;

namespace OpenClaw.Conformance.Tests;

/// <summary>Keeps <see cref="IntendedDifferences"/> true. A class of its own, so that all scenarios run side by side.</summary>
public class IntendedDifferenceTests(ReplayResults results)
{
    [Fact]
    public async Task Every_intended_difference_still_applies()
    {
        var all = await Task.WhenAll(Scenario.All.Select(s => results.OfAsync(s.Name)));

        var idle = IntendedDifferences.All.Where(i => !i.DependsOnTiming).Except(all.SelectMany(r => r.Applied)).ToList();

        Assert.True(idle.Count == 0, string.Join('\n', idle));
    }

    [Fact]
    public void Every_recording_in_the_repository_is_replayed() =>
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.jsonl").Select(Path.GetFileNameWithoutExtension).Order(),
            Scenario.All.Select(s => s.Name).Order());

    [Fact]
    public void Every_intended_difference_names_its_reason() =>
        Assert.All(IntendedDifferences.All, i => Assert.Matches("^(spec [0-9]{2} §|later: )", i.Because));
}
