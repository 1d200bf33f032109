using System.Text.Json;

namespace OpenClaw.Protocol.Config;

/// <summary>Result of <c>config.set</c>.</summary>
public sealed record ConfigSetResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>The config file.</summary>
    public required string Path { get; init; }

    /// <summary>The config now in the file.</summary>
    public required JsonElement Config { get; init; }
}
