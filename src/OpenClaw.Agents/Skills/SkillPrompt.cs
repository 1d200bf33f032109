using System.Text;

namespace OpenClaw.Agents.Skills;

/// <summary>The list of skills as the model reads it.</summary>
internal static class SkillPrompt
{
    private const string Introduction = """
        The skills below hold instructions for particular tasks. Read a skill's file with the read tool when the task fits its description.
        Paths inside a skill are relative to the folder of its SKILL.md.
        """;

    /// <summary>The block; empty when there is no skill to tell of.</summary>
    public static string Of(IEnumerable<Skill> skills)
    {
        var blocks = skills.Where(static skill => !skill.HiddenFromModel).Select(Block).ToList();
        return blocks.Count == 0 ? string.Empty : $"{Introduction}\n\n<available_skills>\n{string.Join('\n', blocks)}\n</available_skills>";
    }

    /// <summary>One skill of the list.</summary>
    public static string Block(Skill skill) =>
        $"  <skill>\n    <name>{Escape(skill.Name)}</name>\n    <description>{Escape(skill.Description)}</description>\n    <location>{Escape(skill.File)}</location>\n  </skill>";

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&apos;"),
                _ => result.Append(char.IsControl(c) ? ' ' : c),
            };
        }

        return result.ToString();
    }
}
