using OpenClaw.Agents.Skills;

namespace OpenClaw.Agents.Hooks;

/// <summary>A hook as its <c>HOOK.md</c> describes it, or one that is built in.</summary>
public sealed record InternalHook
{
    /// <summary>Source of the ones that are built in.</summary>
    public const string Bundled = "openclaw-bundled";

    /// <summary>Unique; later sources replace earlier ones of the same name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Its sign in lists.</summary>
    public string? Emoji { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Homepage { get; init; }

    /// <summary><c>command:new</c>, or a type alone for all its actions.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Absolute path of its script; null for one that is built in.</summary>
    public string? Handler { get; init; }

    /// <summary>Function of the script; null: the default one.</summary>
    public string? Export { get; init; }

    /// <summary>What it needs.</summary>
    public SkillRequirements Needs { get; init; } = SkillRequirements.None;

    /// <summary>True: it runs whatever is missing.</summary>
    public bool Always { get; init; }

    /// <summary>True when it wants this event.</summary>
    public bool Wants(HookEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Events.Contains(happened.Type, StringComparer.Ordinal) || Events.Contains($"{happened.Type}:{happened.Action}", StringComparer.Ordinal);
    }
}
