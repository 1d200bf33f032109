using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Presence;

/// <summary>Somebody or something that is there (spec 01 §11).</summary>
public sealed record PresenceEntry
{
    /// <summary>Host or display name.</summary>
    public string? Host { get; init; }

    /// <summary>Address, never for local clients.</summary>
    public string? Ip { get; init; }

    /// <summary>Program version.</summary>
    public string? Version { get; init; }

    /// <summary>Operating system.</summary>
    public string? Platform { get; init; }

    /// <summary>Kind of device.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>Device model.</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary>Client mode, or <c>gateway</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Seconds since the person last touched it.</summary>
    [Bounds(Min = 0)]
    public long? LastInputSeconds { get; init; }

    /// <summary>Device identity.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Roles it connected with.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Scopes it was granted.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Presence key of the client.</summary>
    public string? InstanceId { get; init; }

    /// <summary>What made the entry: <c>self</c>, <c>connect</c>, <c>disconnect</c> or a reported reason.</summary>
    public string? Reason { get; init; }

    /// <summary>A line for people.</summary>
    public string? Text { get; init; }

    /// <summary>Last refresh, epoch milliseconds.</summary>
    public required long Ts { get; init; }

    /// <summary>Labels given in <c>system-event</c>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
