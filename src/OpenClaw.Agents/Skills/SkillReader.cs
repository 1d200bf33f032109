using System.Text.Json.Nodes;
using OpenClaw.Agents.Skills.Install;

namespace OpenClaw.Agents.Skills;

/// <summary>Makes a skill of a folder.</summary>
internal static class SkillReader
{
    public const string FileName = "SKILL.md";

    private const int MaxName = 64;
    private const int MaxDescription = 1024;

    // Instructions of a megabyte fit no model; such a file is a mistake.
    private const long MaxBytes = 1024 * 1024;

    private static readonly string[] s_kinds = ["brew", "node", "go", "uv", "download"];

    /// <summary>The skill, or why the folder is none.</summary>
    public static (Skill? Skill, string? Problem) Read(string folder, SkillSource source)
    {
        var file = Path.Combine(folder, FileName);
        string text;
        try
        {
            if (new FileInfo(file).Length > MaxBytes)
                return (null, $"it is larger than {MaxBytes / 1024} KB");
            text = File.ReadAllText(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, problem.Message);
        }

        var (values, unreadable) = SkillFrontMatter.Read(text);
        if (values is null)
            return (null, unreadable);
        var name = SkillValues.Text(values, "name") ?? Path.GetFileName(folder);
        if (name.Length > MaxName || !name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            return (null, $"its name must be at most {MaxName} lower case letters, digits and hyphens");
        if (SkillValues.Text(values, "description") is not { } description)
            return (null, "its front matter has no description");
        return (Make(folder, file, source, name, description, values), null);
    }

    private static Skill Make(string folder, string file, SkillSource source, string name, string description, JsonObject values)
    {
        var own = (values["metadata"] as JsonObject)?["openclaw"] as JsonObject;
        var requires = own?["requires"] as JsonObject;
        return new Skill
        {
            Name = name,
            Description = description.Length <= MaxDescription ? description : description[..(MaxDescription - 1)] + "…",
            Source = source,
            File = file,
            Folder = folder,
            Key = SkillValues.Text(own, "skillKey") ?? name,
            Homepage = SkillValues.Text(own, "homepage") ?? SkillValues.Text(values, "homepage"),
            Emoji = SkillValues.Text(own, "emoji"),
            PrimaryEnv = SkillValues.Text(own, "primaryEnv"),
            Always = SkillValues.Flag(own, "always") == true,
            UserInvocable = SkillValues.Flag(values, "user-invocable") ?? true,
            HiddenFromModel = SkillValues.Flag(values, "disable-model-invocation") ?? false,
            CommandTool = SkillValues.Text(values, "command-dispatch") == "tool" ? SkillValues.Text(values, "command-tool") : null,
            CommandArgMode = SkillValues.Text(values, "command-arg-mode"),
            Needs = new SkillRequirements(
                SkillValues.Texts(requires, "bins"), SkillValues.Texts(requires, "anyBins"), SkillValues.Texts(requires, "env"),
                SkillValues.Texts(requires, "config"), SkillValues.Texts(own, "os")),
            Install = own?["install"] is JsonArray list ? [.. list.OfType<JsonObject>().Select(Installer).OfType<SkillInstall>()] : [],
        };
    }

    private static SkillInstall? Installer(JsonObject spec, int index)
    {
        if (SkillValues.Text(spec, "kind") is not { } kind || !s_kinds.Contains(kind))
            return null;
        var target = SkillValues.Text(spec, kind switch { "brew" => "formula", "go" => "module", "download" => "url", _ => "package" });
        return new SkillInstall
        {
            Id = SkillValues.Text(spec, "id") ?? $"{kind}-{index}",
            Kind = kind,
            Label = SkillValues.Text(spec, "label") ?? (target is null ? $"Install with {kind}" : $"Install {target} ({kind})"),
            Bins = SkillValues.Texts(spec, "bins"),
            Os = SkillValues.Texts(spec, "os"),
            Target = target,
            Archive = SkillValues.Text(spec, "archive"),
            Extract = SkillValues.Flag(spec, "extract"),
            StripComponents = SkillValues.Count(spec, "stripComponents"),
            TargetDir = SkillValues.Text(spec, "targetDir"),
        };
    }
}
