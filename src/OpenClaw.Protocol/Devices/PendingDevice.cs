namespace OpenClaw.Protocol.Devices;

/// <summary>
/// A device that asked to be paired: stored in <c>devices/pending.json</c>, listed by <c>device.pair.list</c>, sent as
/// <c>device.pair.requested</c> (spec 01 §8.1).
/// </summary>
public sealed record PendingDevice
{
    /// <summary>UUID naming this request.</summary>
    public required string RequestId { get; init; }

    /// <summary>Device id: SHA-256 of the key, hex.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Raw Ed25519 key, base64url.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Name the device gives itself.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Platform text of its connect.</summary>
    public string? Platform { get; init; }

    /// <summary>Client id of its connect.</summary>
    public string? ClientId { get; init; }

    /// <summary>Client mode of its connect.</summary>
    public string? ClientMode { get; init; }

    /// <summary>Role asked for.</summary>
    public string? Role { get; init; }

    /// <summary>Roles asked for.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Scopes asked for.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Reported address; absent for a local device.</summary>
    public string? RemoteIp { get; init; }

    /// <summary>True for a local device, which is approved without asking.</summary>
    public bool? Silent { get; init; }

    /// <summary>The device id is paired already.</summary>
    public bool? IsRepair { get; init; }

    /// <summary>When it asked, epoch ms; it expires five minutes later.</summary>
    public required long Ts { get; init; }
}
