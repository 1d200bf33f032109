using System.Text.RegularExpressions;

namespace OpenClaw.Agents.Skills.Install;

/// <summary>The command of an installer. Names come from the skill's author, so only what looks like one is handed to a program.</summary>
internal static partial class InstallCommand
{
    /// <summary>Program and arguments, or why there are none.</summary>
    public static (string? Program, string[] Arguments, string? Problem) Of(SkillInstall install, string nodeManager)
    {
        if (install.Target is not { } target)
            return (null, [], $"the installer \"{install.Id}\" does not say what to install");
        if (!Package().IsMatch(target) || target.Contains("..", StringComparison.Ordinal))
            return (null, [], $"\"{target}\" is not the name of a package");
        return install.Kind switch
        {
            "brew" => ("brew", ["install", target], null),
            "go" => ("go", ["install", target.Contains('@') ? target : target + "@latest"], null),
            "uv" => ("uv", ["tool", "install", target], null),
            "node" => nodeManager switch
            {
                "pnpm" => ("pnpm", ["add", "-g", "--ignore-scripts", target], null),
                "yarn" => ("yarn", ["global", "add", "--ignore-scripts", target], null),
                "bun" => ("bun", ["add", "-g", "--ignore-scripts", target], null),
                _ => ("npm", ["install", "-g", "--ignore-scripts", target], null),
            },
            _ => (null, [], $"\"{install.Kind}\" is not an installer this release knows"),
        };
    }

    [GeneratedRegex(@"^[A-Za-z0-9@][A-Za-z0-9@._/+\-\[\],=<>~]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex Package();
}
