using System.Text.Json;

namespace OpenClaw.Protocol.Config;

/// <summary>Result of <c>config.schema</c>.</summary>
public sealed record ConfigSchemaResult
{
    /// <summary>JSON Schema of the config.</summary>
    public required JsonElement Schema { get; init; }

    /// <summary>Labels, help and grouping by path.</summary>
    public required JsonElement UiHints { get; init; }

    /// <summary>Program version it belongs to.</summary>
    public required string Version { get; init; }

    /// <summary>ISO 8601 time.</summary>
    public required string GeneratedAt { get; init; }
}
