namespace OpenClaw.Configuration.Rules;

/// <summary>What the rules between keys found.</summary>
internal sealed class RuleReport
{
    public List<(string[] Path, string Wire, string Explanation)> Errors { get; } = [];

    public List<(string[] Path, string Wire, string Explanation)> Warnings { get; } = [];

    public void Error(string[] path, string wire, string? explanation = null) => Errors.Add((path, wire, explanation ?? wire));

    public void Warn(string[] path, string wire, string? explanation = null) => Warnings.Add((path, wire, explanation ?? wire));
}
