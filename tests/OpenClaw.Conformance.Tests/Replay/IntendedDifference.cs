using System.Text.RegularExpressions;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>Where we differ from the recording on purpose. An entry that matches nothing fails the run.</summary>
/// <param name="Scenarios">Names with commas between them, or <c>*</c>.</param>
/// <param name="On">What <see cref="Difference.On"/> must look like; <c>*</c> stands for anything.</param>
/// <param name="Path">What <see cref="Difference.Path"/> must look like.</param>
/// <param name="Kind">The kind of difference that is meant.</param>
/// <param name="Because">The reason, with the page of the specification that gives it.</param>
internal sealed record IntendedDifference(string Scenarios, string On, string Path, DifferenceKind Kind, string Because)
{
    /// <summary>True when it is a matter of timing whether the difference shows before the recording ends.</summary>
    public bool DependsOnTiming { get; init; }

    public bool Covers(string scenario, Difference difference) =>
        Kind == difference.Kind
        && (Scenarios == "*" || Scenarios.Split(',', StringSplitOptions.TrimEntries).Contains(scenario))
        && Glob(On, difference.On)
        && Glob(Path, difference.Path);

    private static bool Glob(string pattern, string text) =>
        Regex.IsMatch(text, "^" + string.Join(".*", pattern.Split('*').Select(Regex.Escape)) + "$");
}
