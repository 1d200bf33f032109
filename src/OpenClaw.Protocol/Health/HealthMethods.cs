using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Health;

/// <summary>Is it well, and what is it doing.</summary>
public static class HealthMethods
{
    /// <summary>State of the gateway, from cache unless probing is asked for.</summary>
    public static MethodDefinition<HealthParams, HealthResult> Health { get; } = new(
        "health",
        MethodScope.Read,
        static () => ProtocolJson.Default.HealthParams,
        static () => ProtocolJson.Default.HealthResult)
    {
        Summary = "State of the gateway, from cache unless probing is asked for.",
        Checked = false,
    };

    /// <summary>Heartbeats, channels and sessions at a glance.</summary>
    public static MethodDefinition<AnyParams, StatusResult> Status { get; } = new(
        "status",
        MethodScope.Read,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.StatusResult)
    {
        Summary = "Heartbeats, channels and sessions at a glance.",
        Checked = false,
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Health, Status];
}
