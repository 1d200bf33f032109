using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Devices;

/// <summary>
/// A paired device as stored in <c>devices/paired.json</c> (spec 01 §8.1). Holds token values; results carry <see
/// cref="PairedDeviceView"/>.
/// </summary>
[Open]
public sealed record PairedDevice
{
    /// <summary>Device id: SHA-256 of the key, hex.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Raw Ed25519 key, base64url.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Platform text of its last connect.</summary>
    public string? Platform { get; init; }

    /// <summary>Client id of its last connect.</summary>
    public string? ClientId { get; init; }

    /// <summary>Client mode of its last connect.</summary>
    public string? ClientMode { get; init; }

    /// <summary>Role of its last connect.</summary>
    public string? Role { get; init; }

    /// <summary>Approved roles.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Approved scopes.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Reported address of its last connect.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>Tokens by role.</summary>
    public IReadOnlyDictionary<string, DeviceToken>? Tokens { get; init; }

    /// <summary>First approval, epoch ms.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Latest approval, epoch ms.</summary>
    public required long ApprovedAtMs { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
