using OpenClaw.Agents.Skills;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol.Skills;

namespace OpenClaw.Cli.Commands.Skills;

/// <summary>Skills for people.</summary>
internal static class SkillText
{
    public static void List(Screen screen, SkillsStatusResult report, bool eligibleOnly, bool verbose)
    {
        var shown = report.Skills.Where(skill => skill.Eligible || !eligibleOnly).ToList();
        screen.Line(screen.Bold($"Skills ({report.Skills.Count(static skill => skill.Eligible)}/{report.Skills.Count} can be used)"));
        if (shown.Count == 0)
            screen.Line($"None. Put a folder with a SKILL.md into {report.ManagedSkillsDir}.");
        foreach (var skill in shown)
        {
            screen.Line($"{State(screen, skill)} {Title(skill),-28} {Cut(skill.Description, Math.Max(20, screen.Width - 44))}".TrimEnd());
            if (verbose && Lacks(skill) is { Length: > 0 } lacks)
                screen.Line(screen.Dim($"    needs {lacks}"));
        }
    }

    public static void Info(CliContext context, SkillStatus skill)
    {
        var screen = context.Screen;
        screen.Line($"{screen.Bold(Title(skill))} {State(screen, skill)}");
        screen.Line(skill.Description);
        screen.Line($"Source: {skill.Source}");
        screen.Line($"File: {context.Paths.Shorten(skill.FilePath)}");
        if (skill.Homepage is { } page)
            screen.Line($"Home page: {page}");
        if (skill.PrimaryEnv is { } variable)
            screen.Line($"Key: {variable} (skills.entries.{skill.SkillKey}.apiKey)");
        foreach (var (name, needs, missing) in new[]
                 {
                     ("Executables", skill.Requirements.Bins, skill.Missing.Bins), ("One of", skill.Requirements.AnyBins, skill.Missing.AnyBins),
                     ("Environment", skill.Requirements.Env, skill.Missing.Env), ("Configuration", skill.Requirements.Config, skill.Missing.Config),
                     ("Systems", skill.Requirements.Os, skill.Missing.Os),
                 })
        {
            if (needs.Count > 0)
                screen.Line($"{name}: {string.Join(", ", needs.Select(need => missing.Contains(need) ? screen.Bad($"{need} (missing)") : need))}");
        }

        foreach (var install in skill.Install)
            screen.Line($"To install: {install.Label} [{install.Id}]");
    }

    public static void Check(CliContext context, SkillsStatusResult report, IReadOnlyList<SkillProblem> problems)
    {
        var screen = context.Screen;
        screen.Line(screen.Bold("Skills"));
        screen.Line($"Total: {report.Skills.Count}");
        screen.Line($"Can be used: {report.Skills.Count(static skill => skill.Eligible)}");
        screen.Line($"Switched off: {report.Skills.Count(static skill => skill.Disabled)}");
        screen.Line($"Not allowed: {report.Skills.Count(static skill => skill.BlockedByAllowlist)}");
        var lacking = report.Skills.Where(SkillJson.IsLacking).ToList();
        screen.Line($"Lacking something: {lacking.Count}");
        foreach (var skill in lacking)
            screen.Line($"  {Title(skill)}: {Lacks(skill)}");
        foreach (var problem in problems)
            screen.Warn($"{context.Paths.Shorten(problem.File)}: {problem.Text}");
    }

    private static string Lacks(SkillStatus skill)
    {
        var missing = skill.Missing;
        var parts = new List<string>();
        parts.AddRange(missing.Bins);
        if (missing.AnyBins.Count > 0)
            parts.Add($"one of {string.Join('/', missing.AnyBins)}");
        parts.AddRange(missing.Env.Select(static name => $"${name}"));
        parts.AddRange(missing.Config);
        if (missing.Os.Count > 0)
            parts.Add($"system {string.Join('/', missing.Os)}");
        return string.Join(", ", parts);
    }

    private static string State(Screen screen, SkillStatus skill) =>
        skill.Eligible ? screen.Good("ready   ")
        : skill.Disabled ? screen.Dim("off     ")
        : skill.BlockedByAllowlist ? screen.Caution("blocked ")
        : screen.Caution("lacking ");

    private static string Title(SkillStatus skill) => skill.Emoji is { } emoji ? $"{emoji} {skill.Name}" : skill.Name;

    private static string Cut(string text, int width)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= width ? line : line[..(width - 1)] + "…";
    }
}
