using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Configuration;

namespace OpenClaw.Cli.Commands.Setup;

/// <summary><c>config validate</c>: everything that is wrong, with its place. Exit 78 when the file cannot be used.</summary>
internal static class ConfigValidation
{
    public static int Run(CliContext context, bool json)
    {
        var config = context.Config;
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject
            {
                ["path"] = config.Path,
                ["exists"] = config.Exists,
                ["valid"] = config.Valid,
                ["issues"] = Issues(config.Issues),
                ["warnings"] = Issues(config.Warnings),
            }));
        }
        else if (!config.Valid)
        {
            ConfigGuard.Report(context);
        }
        else
        {
            foreach (var warning in config.Warnings)
                context.Screen.Warn(warning.ToString());
            context.Screen.Line($"Config OK: {context.Paths.Shorten(config.Path)}{(config.Exists ? "" : " (missing; defaults apply)")}");
        }
        return config.Valid ? ExitCodes.Success : ExitCodes.Configuration;
    }

    // Not a collection expression of JsonArray: that would call its generic Add, which is not safe in a native binary.
    private static JsonArray Issues(IReadOnlyList<ConfigIssue> issues) => new([
        .. issues.Select(i => new JsonObject
        {
            ["path"] = i.Path, ["message"] = i.Message, ["file"] = i.File, ["line"] = i.Line, ["column"] = i.Column,
        }),
    ]);
}
