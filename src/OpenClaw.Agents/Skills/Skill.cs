using OpenClaw.Agents.Skills.Install;

namespace OpenClaw.Agents.Skills;

/// <summary>One skill: a folder with a <c>SKILL.md</c> (spec 09 §10.2).</summary>
public sealed record Skill
{
    /// <summary>Lower case letters, digits and hyphens, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, at most 1024 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Where it comes from.</summary>
    public required SkillSource Source { get; init; }

    /// <summary>Its <c>SKILL.md</c>, absolute.</summary>
    public required string File { get; init; }

    /// <summary>Its folder, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>Key of its entry under <c>skills.entries</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Web page.</summary>
    public string? Homepage { get; init; }

    /// <summary>Symbol.</summary>
    public string? Emoji { get; init; }

    /// <summary>Environment variable that <c>skills.entries.&lt;key&gt;.apiKey</c> is the value of.</summary>
    public string? PrimaryEnv { get; init; }

    /// <summary>Used whatever is missing.</summary>
    public bool Always { get; init; }

    /// <summary>People may call it as a chat command.</summary>
    public bool UserInvocable { get; init; } = true;

    /// <summary>The model is not told of it; only people call it.</summary>
    public bool HiddenFromModel { get; init; }

    /// <summary>Tool that its chat command calls directly; null: the command starts a turn.</summary>
    public string? CommandTool { get; init; }

    /// <summary>How the command hands its arguments to that tool.</summary>
    public string? CommandArgMode { get; init; }

    /// <summary>What it needs.</summary>
    public SkillRequirements Needs { get; init; } = SkillRequirements.None;

    /// <summary>Ways to install that.</summary>
    public IReadOnlyList<SkillInstall> Install { get; init; } = [];
}
