namespace OpenClaw.Agents.Skills.Install;

/// <summary>One way to install what a skill needs, as its front matter describes it. Written by whoever made the skill: not trusted.</summary>
public sealed record SkillInstall
{
    /// <summary>Id for <c>skills.install</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>brew</c>, <c>node</c>, <c>go</c>, <c>uv</c> or <c>download</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Text for people.</summary>
    public required string Label { get; init; }

    /// <summary>Executables it brings.</summary>
    public IReadOnlyList<string> Bins { get; init; } = [];

    /// <summary>Operating systems it is for; empty: all.</summary>
    public IReadOnlyList<string> Os { get; init; } = [];

    /// <summary>What to install: a formula, package, module or address, by kind; null when the front matter does not say.</summary>
    public string? Target { get; init; }

    /// <summary>Kind of archive of a download: <c>zip</c>, <c>tar.gz</c>; null: by the address, or no archive.</summary>
    public string? Archive { get; init; }

    /// <summary>Whether a download is unpacked; null: when it is an archive.</summary>
    public bool? Extract { get; init; }

    /// <summary>Leading folders left out when unpacking.</summary>
    public int StripComponents { get; init; }

    /// <summary>Folder name for a download below our own tools folder; null: the skill's key.</summary>
    public string? TargetDir { get; init; }
}
