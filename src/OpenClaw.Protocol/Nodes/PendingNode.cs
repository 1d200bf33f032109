namespace OpenClaw.Protocol.Nodes;

/// <summary>
/// A node that asked to be paired: stored in <c>nodes/pending.json</c>, listed by <c>node.pair.list</c>, sent as
/// <c>node.pair.requested</c> (spec 01 §8.4).
/// </summary>
public sealed record PendingNode
{
    /// <summary>UUID naming this request.</summary>
    public required string RequestId { get; init; }

    /// <summary>Node to pair.</summary>
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

    /// <summary>Device family.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>Hardware model.</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary>Capabilities.</summary>
    public IReadOnlyList<string>? Caps { get; init; }

    /// <summary>Commands.</summary>
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Address.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>Do not ask loudly.</summary>
    public bool? Silent { get; init; }

    /// <summary>The node is paired already.</summary>
    public bool? IsRepair { get; init; }

    /// <summary>When it asked, epoch ms; it expires five minutes later.</summary>
    public required long Ts { get; init; }
}
