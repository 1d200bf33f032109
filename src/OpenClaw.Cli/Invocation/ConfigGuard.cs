using OpenClaw.Configuration;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Cli.Invocation;

/// <summary>Looks at the config before a command runs and reports what is wrong with it, on the error stream (spec 04 §1.2).</summary>
internal static class ConfigGuard
{
    /// <summary>False when the command must not run.</summary>
    public static bool Check(CliContext context, GuardPolicy policy)
    {
        if (policy == GuardPolicy.Ignore || context.Config.Valid)
            return true;
        Report(context);
        return policy == GuardPolicy.Report;
    }

    /// <summary>Every problem with its place, and the way out.</summary>
    public static void Report(CliContext context)
    {
        var config = context.Config;
        context.Screen.Error("Config invalid");
        context.Screen.Note($"File: {context.Paths.Shorten(config.Path)}");
        foreach (var issue in config.Issues)
            context.Screen.Note($"- {issue}");
        foreach (var line in Help(context, config))
            context.Screen.Note(line);
    }

    private static IEnumerable<string> Help(CliContext context, ConfigSnapshot config)
    {
        if (config.LegacyIssues.Count > 0)
            yield return context.Paths.IsNixMode
                ? "Keys of an older release were found; rename them as the messages say."
                : $"Keys of an older release were found; {context.Suggest("gateway")} moves them to their new places when it starts.";
        if (ConfigBackups.NewestGood(context.Paths, context.Environment) is { } backup)
            yield return $"Newest good backup: {context.Paths.Shorten(backup.Path)} (put it back: {context.Suggest("config restore")})";
        yield return $"Edit the file, then check it: {context.Suggest("config validate")}";
    }
}
