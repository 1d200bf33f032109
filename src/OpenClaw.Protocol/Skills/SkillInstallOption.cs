using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Skills;

/// <summary>One way to install what a skill needs.</summary>
public sealed record SkillInstallOption
{
    /// <summary>Id for <c>skills.install</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Installer.</summary>
    [Values("brew", "node", "go", "uv", "download")]
    public required string Kind { get; init; }

    /// <summary>Text for people.</summary>
    public required string Label { get; init; }

    /// <summary>Executables it brings.</summary>
    public required IReadOnlyList<string> Bins { get; init; }
}
