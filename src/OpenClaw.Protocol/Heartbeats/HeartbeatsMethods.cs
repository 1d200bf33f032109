using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Heartbeats;

/// <summary>Heartbeats.</summary>
public static class HeartbeatsMethods
{
    /// <summary>The last heartbeat, or null before the first.</summary>
    public static MethodDefinition<AnyParams, HeartbeatEvent> Last { get; } = new(
        "last-heartbeat",
        MethodScope.Read,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.HeartbeatEvent)
    {
        Summary = "The last heartbeat, or null before the first.",
        Checked = false,
        ResultMayBeNull = true,
    };

    /// <summary>Switches all heartbeats on or off until the next start.</summary>
    public static MethodDefinition<SetHeartbeatsParams, SetHeartbeatsResult> Set { get; } = new(
        "set-heartbeats",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SetHeartbeatsParams,
        static () => ProtocolJson.Default.SetHeartbeatsResult)
    {
        Summary = "Switches all heartbeats on or off until the next start.",
        Checked = false,
    };

    /// <summary>Gives the agent a line to look at, now or at the next heartbeat.</summary>
    public static MethodDefinition<WakeParams, OkResult> Wake { get; } = new(
        "wake",
        MethodScope.Write,
        static () => ProtocolJson.Default.WakeParams,
        static () => ProtocolJson.Default.OkResult)
    {
        Summary = "Gives the agent a line to look at, now or at the next heartbeat.",
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Last, Set, Wake];
}
