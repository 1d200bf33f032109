namespace OpenClaw.Protocol.Connect;

/// <summary>The gateway, as it introduces itself.</summary>
public sealed record HelloServer
{
    /// <summary>Program version.</summary>
    public required string Version { get; init; }

    /// <summary>Source revision, when known.</summary>
    public string? Commit { get; init; }

    /// <summary>Host name of the machine.</summary>
    public string? Host { get; init; }

    /// <summary>Id of this connection, a UUID.</summary>
    public required string ConnId { get; init; }
}
