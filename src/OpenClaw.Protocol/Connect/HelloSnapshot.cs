using System.Text.Json;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Protocol.Connect;

/// <summary>State at the moment of connect, so that a client need not ask (spec 01 §11).</summary>
public sealed record HelloSnapshot
{
    /// <summary>Who is there, newest first.</summary>
    public required IReadOnlyList<PresenceEntry> Presence { get; init; }

    /// <summary>The last <see cref="Health.HealthResult"/>, or <c>{}</c> before the first refresh and for callers who may not read it.</summary>
    public required JsonElement Health { get; init; }

    /// <summary>Counters of presence and health.</summary>
    public required StateVersion StateVersion { get; init; }

    /// <summary>Milliseconds since the gateway started.</summary>
    public required long UptimeMs { get; init; }

    /// <summary>Config file; left out for callers without read.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>State directory; left out for callers without read.</summary>
    public string? StateDir { get; init; }

    /// <summary>How session keys are formed.</summary>
    public HelloSessionDefaults? SessionDefaults { get; init; }
}
