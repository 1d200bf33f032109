namespace OpenClaw.Client.Identity;

/// <summary>The original's <c>identity/device-auth.json</c>, member for member.</summary>
internal sealed record DeviceTokenFile
{
    public int Version { get; init; }

    public string? DeviceId { get; init; }

    public Dictionary<string, StoredDeviceToken>? Tokens { get; init; }
}
