using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.pair.request</c>.</summary>
public sealed record NodePairRequestParams
{
    /// <summary>Node to pair.</summary>
    [Size(Min = 1)]
    public required string NodeId { get; init; }

    /// <summary>Name.</summary>
    [Size(Min = 1)]
    public string? DisplayName { get; init; }

    /// <summary>Platform text.</summary>
    [Size(Min = 1)]
    public string? Platform { get; init; }

    /// <summary>Program version.</summary>
    [Size(Min = 1)]
    public string? Version { get; init; }

    /// <summary>Version of its core.</summary>
    [Size(Min = 1)]
    public string? CoreVersion { get; init; }

    /// <summary>Version of its user interface.</summary>
    [Size(Min = 1)]
    public string? UiVersion { get; init; }

    /// <summary>Device family.</summary>
    [Size(Min = 1)]
    public string? DeviceFamily { get; init; }

    /// <summary>Hardware model.</summary>
    [Size(Min = 1)]
    public string? ModelIdentifier { get; init; }

    /// <summary>Capabilities.</summary>
    [ItemSize(Min = 1)]
    public IReadOnlyList<string>? Caps { get; init; }

    /// <summary>Commands.</summary>
    [ItemSize(Min = 1)]
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Address.</summary>
    [Size(Min = 1)]
    public string? RemoteIp { get; init; }

    /// <summary>Do not ask loudly.</summary>
    public bool? Silent { get; init; }
}
