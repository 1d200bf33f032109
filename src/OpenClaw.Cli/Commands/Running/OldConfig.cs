using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration.Migration;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Cli.Commands.Running;

/// <summary>Moves the keys of an older release when the gateway starts (spec 03 §4).</summary>
internal static class OldConfig
{
    /// <summary>
    /// Rewrites a config that has such keys, leaving a backup; what was done is added to <paramref name="changes"/>. An installation
    /// that is managed from outside is left alone: its config is then refused like any other that is wrong.
    /// </summary>
    /// <returns>Null to go on; else what to exit with, the reason has been printed.</returns>
    public static async Task<int?> MoveKeysAsync(CliContext context, ICollection<string> changes, CancellationToken cancellationToken)
    {
        if (context.Config.LegacyIssues.Count == 0 || context.Paths.IsNixMode)
            return null;
        var writer = new ConfigFileWriter(context.Paths, context.Environment, context.Time);
        var result = await writer.WriteAsync(LegacyMigration.Edit(changes), cancellationToken: cancellationToken).ConfigureAwait(false);
        if (result.Ok)
        {
            // At once: the start may still be refused for another reason, and the file has changed nevertheless.
            foreach (var change in changes)
                context.Screen.Note($"Config: {change}");
            context.ReloadConfig();
            return null;
        }
        context.Fail(
            $"The config has keys of an older release that could not be moved: {result.Message}",
            [.. result.Issues.Select(static issue => $"- {issue}"), $"Nothing was changed. Edit {context.Paths.Shorten(context.Paths.ConfigFile)}, then check it: {context.Suggest("config validate")}"]);
        return ExitCodes.Configuration;
    }
}
