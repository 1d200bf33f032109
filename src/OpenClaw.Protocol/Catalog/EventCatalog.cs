namespace OpenClaw.Protocol.Catalog;

/// <summary>Every event the protocol knows.</summary>
public static class EventCatalog
{
    /// <summary>In the order in which hello-ok lists them (spec 01 §9).</summary>
    public static IReadOnlyList<EventDefinition> All { get; } =
    [
        ProtocolEvents.ConnectChallenge,
        ProtocolEvents.Agent,
        ProtocolEvents.Chat,
        ProtocolEvents.Presence,
        ProtocolEvents.Tick,
        ProtocolEvents.TalkMode,
        ProtocolEvents.Shutdown,
        ProtocolEvents.Health,
        ProtocolEvents.Heartbeat,
        ProtocolEvents.Cron,
        ProtocolEvents.NodePairRequested,
        ProtocolEvents.NodePairResolved,
        ProtocolEvents.NodeInvokeRequest,
        ProtocolEvents.DevicePairRequested,
        ProtocolEvents.DevicePairResolved,
        ProtocolEvents.VoiceWakeChanged,
        ProtocolEvents.ExecApprovalRequested,
        ProtocolEvents.ExecApprovalResolved,
    ];

    /// <summary>The event of this exact name, or null.</summary>
    public static EventDefinition? Find(string name) => All.FirstOrDefault(e => e.Name == name);
}
