namespace OpenClaw.Client.Identity;

/// <summary>The original's <c>identity/device.json</c>, member for member.</summary>
internal sealed record DeviceIdentityFile
{
    public int Version { get; init; }

    public string? DeviceId { get; init; }

    public string? PublicKeyPem { get; init; }

    public string? PrivateKeyPem { get; init; }

    public long CreatedAtMs { get; init; }
}
