using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>Result of <c>config.get</c>.</summary>
public sealed record ConfigGetResult
{
    /// <summary>The config file.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it exists.</summary>
    public required bool Exists { get; init; }

    /// <summary>Its text, or null when it does not exist.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Raw { get; init; }

    /// <summary>As written in the file.</summary>
    public required JsonElement Parsed { get; init; }

    /// <summary>Whether it can be used.</summary>
    public required bool Valid { get; init; }

    /// <summary>After includes, environment and defaults.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>SHA-256 of the text, hex; the <c>baseHash</c> of a later write.</summary>
    public string? Hash { get; init; }

    /// <summary>Why it cannot be used.</summary>
    public required IReadOnlyList<ConfigIssueRow> Issues { get; init; }

    /// <summary>What should be looked at.</summary>
    public required IReadOnlyList<ConfigIssueRow> Warnings { get; init; }

    /// <summary>Old keys that the doctor can rewrite.</summary>
    public required IReadOnlyList<ConfigIssueRow> LegacyIssues { get; init; }
}
