using System.Text.Json;

namespace OpenClaw.Protocol.Skills;

/// <summary>One config path a skill looks at.</summary>
public sealed record SkillConfigCheck
{
    /// <summary>Config path.</summary>
    public required string Path { get; init; }

    /// <summary>Its value.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Whether that is enough.</summary>
    public required bool Satisfied { get; init; }
}
