using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>
/// A paired node as stored in <c>nodes/paired.json</c>. Results of the pairing scope carry it whole, <see cref="Token"/> included (spec
/// 02 §7).
/// </summary>
[Open]
public sealed record PairedNode
{
    /// <summary>Node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Secret, 32 hex characters; new with each approval.</summary>
    public required string Token { get; init; }

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

    /// <summary>Executables it reported.</summary>
    public IReadOnlyList<string>? Bins { get; init; }

    /// <summary>Operating system permissions it reported.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>Address.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>First approval, epoch ms.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Latest approval, epoch ms.</summary>
    public required long ApprovedAtMs { get; init; }

    /// <summary>Last connect, epoch ms.</summary>
    public long? LastConnectedAtMs { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
