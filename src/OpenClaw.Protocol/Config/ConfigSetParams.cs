using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Config;

/// <summary>Params of <c>config.set</c>.</summary>
public sealed record ConfigSetParams
{
    /// <summary>New config as JSON5 text.</summary>
    [Size(Min = 1)]
    public required string Raw { get; init; }

    /// <summary>Hash the edit is based on; mandatory once the file exists.</summary>
    [Size(Min = 1)]
    public string? BaseHash { get; init; }
}
