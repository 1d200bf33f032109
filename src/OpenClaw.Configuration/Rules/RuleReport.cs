namespace OpenClaw.Configuration.Rules;

/// <summary>What the rules between keys found.</summary>
internal sealed class RuleReport
{
    public List<(string[] Path, string Message)> Errors { get; } = [];

    public List<(string[] Path, string Message)> Warnings { get; } = [];

    /// <summary>A fault; the message goes on from the path: <c>must …</c>, <c>names …</c>.</summary>
    public void Error(string[] path, string message) => Errors.Add((path, message));

    public void Warn(string[] path, string message) => Warnings.Add((path, message));
}
