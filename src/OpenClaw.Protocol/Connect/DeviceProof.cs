using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Proof that the client holds a device key (spec 01 §5).</summary>
public sealed record DeviceProof
{
    /// <summary>Lowercase hex SHA-256 of the raw public key.</summary>
    [Size(Min = 1)]
    public required string Id { get; init; }

    /// <summary>Raw Ed25519 key in base64url, or PEM.</summary>
    [Size(Min = 1)]
    public required string PublicKey { get; init; }

    /// <summary>Ed25519 signature of the <see cref="DeviceSignatureText"/>, base64url.</summary>
    [Size(Min = 1)]
    public required string Signature { get; init; }

    /// <summary>Epoch milliseconds, as signed.</summary>
    [Bounds(Min = 0)]
    public required long SignedAt { get; init; }

    /// <summary>The challenge nonce of this socket.</summary>
    [Size(Min = 1)]
    public string? Nonce { get; init; }
}
