using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>One allowed executable.</summary>
public sealed record ExecAllowlistEntry
{
    /// <summary>Glob over the resolved path.</summary>
    public required string Pattern { get; init; }

    /// <summary>UUID, given by the gateway.</summary>
    [Size(Min = 1)]
    public string? Id { get; init; }

    /// <summary>Last match, epoch ms.</summary>
    [Bounds(Min = 0)]
    public long? LastUsedAt { get; init; }

    /// <summary>Command that matched last.</summary>
    public string? LastUsedCommand { get; init; }

    /// <summary>Path that matched last.</summary>
    public string? LastResolvedPath { get; init; }
}
