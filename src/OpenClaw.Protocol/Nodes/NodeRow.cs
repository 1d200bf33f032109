namespace OpenClaw.Protocol.Nodes;

/// <summary>A node as lists show it; values of the live connection win over stored ones.</summary>
public record NodeRow
{
    /// <summary>Device id, or the client id of a node without a device.</summary>
    public required string NodeId { get; init; }

    /// <summary>Name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Platform text.</summary>
    public string? Platform { get; init; }

    /// <summary>Program version.</summary>
    public string? Version { get; init; }

    /// <summary>Version of its core.</summary>
    public string? CoreVersion { get; init; }

    /// <summary>Version of its user interface.</summary>
    public string? UiVersion { get; init; }

    /// <summary>Device family, e.g. <c>iPad</c>.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>Hardware model.</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary>Reported address.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>Capabilities; unique, sorted.</summary>
    public required IReadOnlyList<string> Caps { get; init; }

    /// <summary>Commands it can be asked to run; unique, sorted.</summary>
    public required IReadOnlyList<string> Commands { get; init; }

    /// <summary>Its PATH.</summary>
    public string? PathEnv { get; init; }

    /// <summary>Operating system permissions it reported.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>Connected since, epoch ms.</summary>
    public long? ConnectedAtMs { get; init; }

    /// <summary>Its device is paired.</summary>
    public required bool Paired { get; init; }

    /// <summary>It is connected now.</summary>
    public required bool Connected { get; init; }
}
