using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Agents.Skills;

/// <summary>Decides which skills can be used (spec 09 §10.2).</summary>
/// <param name="agents">Configuration and environment.</param>
/// <param name="os">This system's name in the skill format; null: of this machine.</param>
public sealed class SkillGate(AgentDirectory agents, string? os = null)
{
    private readonly string _os = os ?? (OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "win32" : "linux");

    /// <summary>The verdict on a skill.</summary>
    public SkillVerdict Check(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        var entry = Entry(skill);
        var disabled = entry?.Enabled == false;
        var blocked = skill.Source == SkillSource.Bundled && agents.Config.Skills.AllowBundled is { Count: > 0 } allowed
            && !allowed.Contains(skill.Key, StringComparer.Ordinal) && !allowed.Contains(skill.Name, StringComparer.Ordinal);
        var missing = Missing(skill, entry);
        return new SkillVerdict(disabled, blocked, missing, !disabled && !blocked && (skill.Always || missing.IsEmpty));
    }

    /// <summary>The skill's entry in the configuration.</summary>
    public SkillEntryConfig? Entry(Skill skill) => agents.Config.Skills.Entries.GetValueOrDefault(skill.Key);

    /// <summary>True when a skill may be used or installed on this system at all.</summary>
    public bool Fits(IReadOnlyList<string> systems) => systems.Count == 0 || systems.Contains(_os, StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the executable is on the PATH.</summary>
    public bool HasBin(string name) => Locate(name, agents.Environment) is not null;

    /// <summary>Whether a config path holds something: not absent, null, false, 0 or empty.</summary>
    public bool HasConfig(string path) => ConfigPath.TryParse(path, out var parsed, out _) && parsed.TryGet(agents.Config.Raw, out var value) && IsTruthy(value);

    /// <summary>The file an executable's name stands for; null when it is not on the PATH. Only plain names are looked up.</summary>
    public static string? Locate(string name, EnvironmentVariables environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (name.Length == 0 || name.AsSpan().IndexOfAny('/', '\\', '\0') >= 0)
            return null;
        string[] endings = OperatingSystem.IsWindows() ? ["", .. (environment["PATHEXT"] ?? ".EXE;.CMD;.BAT").Split(';')] : [""];
        foreach (var folder in (environment["PATH"] ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (endings.Select(ending => Path.Combine(folder, name + ending)).FirstOrDefault(IsExecutable) is { } file)
                return file;
        }

        return null;
    }

    private SkillRequirements Missing(Skill skill, SkillEntryConfig? entry)
    {
        var needs = skill.Needs;
        return new SkillRequirements(
            [.. needs.Bins.Where(name => !HasBin(name))],
            needs.AnyBins.Count == 0 || needs.AnyBins.Any(HasBin) ? [] : needs.AnyBins,
            [.. needs.Env.Where(name => !HasEnv(name, skill, entry))],
            [.. needs.Config.Where(path => !HasConfig(path))],
            Fits(needs.Os) ? [] : needs.Os);
    }

    private bool HasEnv(string name, Skill skill, SkillEntryConfig? entry) =>
        agents.Environment[name] is not null
        || entry?.Env.GetValueOrDefault(name) is { Length: > 0 }
        || (name == skill.PrimaryEnv && entry?.ApiKey is { Length: > 0 });

    private static bool IsTruthy(JsonNode? node) => node switch
    {
        null => false,
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.False or JsonValueKind.Null => false,
            JsonValueKind.String => value.GetValue<string>().Trim().Length > 0,
            JsonValueKind.Number => value.ToJsonString() is not ("0" or "0.0"),
            _ => true,
        },
        _ => true,
    };

    private static bool IsExecutable(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
