using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Configuration;

/// <summary>What a person is told about a config that cannot be used.</summary>
public static class ConfigReport
{
    /// <summary>
    /// Every problem with its place, and the way out: the newest good backup and the command that puts it back, or the doctor for
    /// keys of older releases. Holds no secret.
    /// </summary>
    public static IReadOnlyList<string> Of(ConfigSnapshot snapshot, ConfigPaths paths, EnvironmentVariables environment)
    {
        var command = paths.Profile is null ? "openclaw" : $"openclaw --profile {paths.Profile}";
        var lines = new List<string> { $"Config invalid: {paths.Shorten(snapshot.Path)}" };
        lines.AddRange(snapshot.Issues.Select(i => "  " + i));
        if (snapshot.LegacyIssues.Count > 0)
            lines.Add($"Run \"{command} doctor --fix\" to move keys of older releases to their new places.");
        lines.Add(ConfigBackups.NewestGood(paths, environment) is { } backup
            ? $"Newest good backup: {paths.Shorten(backup.Path)} of {backup.WrittenAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}. "
                + $"Put it back with \"{command} config restore\"."
            : "There is no good backup beside it.");
        return lines;
    }
}
