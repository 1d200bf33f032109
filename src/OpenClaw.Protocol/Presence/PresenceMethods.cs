using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Presence;

/// <summary>Who is there.</summary>
public static class PresenceMethods
{
    /// <summary>Everybody who is there, newest first.</summary>
    public static MethodDefinition<AnyParams, IReadOnlyList<PresenceEntry>> SystemPresence { get; } = new(
        "system-presence",
        MethodScope.Read,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.IReadOnlyListPresenceEntry)
    {
        Summary = "Everybody who is there, newest first.",
        Checked = false,
    };

    /// <summary>Reports presence and queues a line for the next prompt.</summary>
    public static MethodDefinition<SystemEventParams, OkResult> SystemEvent { get; } = new(
        "system-event",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SystemEventParams,
        static () => ProtocolJson.Default.OkResult)
    {
        Summary = "Reports presence and queues a line for the next prompt.",
        Checked = false,
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [SystemPresence, SystemEvent];
}
