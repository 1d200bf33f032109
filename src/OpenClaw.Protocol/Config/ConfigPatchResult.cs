using System.Text.Json;

namespace OpenClaw.Protocol.Config;

/// <summary>Result of <c>config.patch</c>.</summary>
public sealed record ConfigPatchResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>The config file.</summary>
    public required string Path { get; init; }

    /// <summary>The config now in the file.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>The restart that follows.</summary>
    public required RestartSchedule Restart { get; init; }

    /// <summary>The note left for after the restart.</summary>
    public required RestartSentinel Sentinel { get; init; }
}
