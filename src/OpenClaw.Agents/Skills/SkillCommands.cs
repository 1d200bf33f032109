using System.Globalization;
using System.Text;

namespace OpenClaw.Agents.Skills;

/// <summary>Gives user-invocable skills their command names (spec 09 §10.2).</summary>
internal static class SkillCommands
{
    private const int MaxName = 32;
    private const int MaxDescription = 100;

    /// <summary>One command per skill; a name that is taken gets <c>_2</c>, <c>_3</c> …</summary>
    public static IReadOnlyList<SkillCommand> Of(IEnumerable<Skill> skills, IEnumerable<string> reserved)
    {
        var taken = new HashSet<string>(reserved, StringComparer.OrdinalIgnoreCase);
        var commands = new List<SkillCommand>();
        foreach (var skill in skills.Where(static skill => skill.UserInvocable))
        {
            var name = Free(Plain(skill.Name), taken);
            taken.Add(name);
            commands.Add(new SkillCommand(
                name, skill.Description.Length <= MaxDescription ? skill.Description : skill.Description[..(MaxDescription - 1)] + "…", skill));
        }

        return commands;
    }

    private static string Free(string name, HashSet<string> taken)
    {
        if (!taken.Contains(name))
            return name;
        for (var n = 2; ; n++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"_{n}");
            var candidate = name[..Math.Min(name.Length, MaxName - suffix.Length)] + suffix;
            if (!taken.Contains(candidate))
                return candidate;
        }
    }

    private static string Plain(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            var letter = char.IsAsciiLetterOrDigit(c) ? c : '_';
            if (letter != '_' || (text.Length > 0 && text[^1] != '_'))
                text.Append(letter);
        }

        var plain = text.ToString().Trim('_');
        return plain.Length == 0 ? "skill" : plain[..Math.Min(plain.Length, MaxName)].TrimEnd('_');
    }
}
