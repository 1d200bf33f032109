using OpenClaw.Gateway.ControlPlane.Health;
using OpenClaw.Gateway.ControlPlane.Presence;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// Writes the hello-ok of a connection (spec 01 §9). A node, and a client that may not read, learn the versions and nothing about
/// others (spec 01 §21).
/// </summary>
internal sealed class HelloWriter(
    MethodTable methods,
    PresenceBoard presence,
    HealthMonitor health,
    StateVersions versions,
    HubLimits limits,
    GatewayPlace place,
    Func<HelloSessionDefaults> sessionDefaults,
    TimeProvider time)
{
    private readonly IReadOnlyList<string> _methods = methods.Advertised;
    private readonly IReadOnlyList<string> _events = [.. EventCatalog.All.Select(e => e.Name)];
    private readonly long _started = time.GetTimestamp();

    public HelloOk Write(Admission.Admission admission)
    {
        var caller = admission.Caller;
        var mayRead = caller.Holds(Scopes.Read) || caller.Holds(Scopes.Write);
        return new HelloOk
        {
            Protocol = caller.Era.Protocol,
            Server = new HelloServer { Version = ProductVersion.Text, Host = Environment.MachineName, ConnId = caller.ConnId },
            Features = new HelloFeatures { Methods = _methods, Events = _events, Capabilities = caller.Era.SendsCapabilities ? [] : null },
            Snapshot = new HelloSnapshot
            {
                Presence = mayRead ? presence.List() : [],
                Health = mayRead ? health.Snapshot : HealthMonitor.EmptyObject,
                StateVersion = versions.Current,
                UptimeMs = (long)time.GetElapsedTime(_started).TotalMilliseconds,
                ConfigPath = mayRead ? place.ConfigFile : null,
                StateDir = mayRead ? place.StateDir : null,
                SessionDefaults = sessionDefaults(),
            },
            Auth = admission.Auth,
            Policy = new HelloPolicy
            {
                MaxPayload = limits.MaxPayload,
                MaxBufferedBytes = limits.MaxBufferedBytes,
                TickIntervalMs = ProtocolLimits.TickIntervalMs,
            },
        };
    }
}

/// <summary>Where this gateway keeps its things, as told to those who may read.</summary>
internal sealed record GatewayPlace(string ConfigFile, string StateDir);
