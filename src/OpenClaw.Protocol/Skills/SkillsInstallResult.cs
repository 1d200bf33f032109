using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Skills;

/// <summary>Result of <c>skills.install</c>, sent with success and with failure.</summary>
public sealed record SkillsInstallResult
{
    /// <summary>Whether it worked.</summary>
    public required bool Ok { get; init; }

    /// <summary>What happened.</summary>
    public required string Message { get; init; }

    /// <summary>Output of the installer.</summary>
    public required string Stdout { get; init; }

    /// <summary>Its error output.</summary>
    public required string Stderr { get; init; }

    /// <summary>Its exit code, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? Code { get; init; }
}
