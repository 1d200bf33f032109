using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Devices;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Health;
using OpenClaw.Protocol.Heartbeats;
using OpenClaw.Protocol.Nodes;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Protocol;

/// <summary>Every event of the protocol (spec 01 §12), in the order in which hello-ok lists them.</summary>
public static class ProtocolEvents
{
    /// <summary>The nonce to sign; the first frame of every socket.</summary>
    public static EventDefinition<ChallengePayload> ConnectChallenge { get; } = new(
        "connect.challenge", EventAudience.Targeted, static () => ProtocolJson.Default.ChallengePayload)
    {
        Summary = "The nonce to sign; the first frame of every socket.",
    };

    /// <summary>Progress of an agent run.</summary>
    public static EventDefinition<AgentEvent> Agent { get; } = new(
        "agent", EventAudience.Readers, static () => ProtocolJson.Default.AgentEvent)
    {
        Summary = "Progress of an agent run.",
    };

    /// <summary>A run as a conversation sees it. Deltas alone may be skipped for a slow client.</summary>
    public static EventDefinition<ChatEvent> Chat { get; } = new(
        "chat", EventAudience.Readers, static () => ProtocolJson.Default.ChatEvent)
    {
        Summary = "A run as a conversation sees it. Deltas alone may be skipped for a slow client.",
    };

    /// <summary>Everybody who is there.</summary>
    public static EventDefinition<PresenceEvent> Presence { get; } = new(
        "presence", EventAudience.Readers, static () => ProtocolJson.Default.PresenceEvent)
    {
        DropIfSlow = true,
        Summary = "Everybody who is there.",
    };

    /// <summary>The gateway is alive.</summary>
    public static EventDefinition<TickEvent> Tick { get; } = new(
        "tick", EventAudience.Everyone, static () => ProtocolJson.Default.TickEvent)
    {
        DropIfSlow = true,
        Summary = "The gateway is alive.",
    };

    /// <summary>Talk mode was switched.</summary>
    public static EventDefinition<TalkModeEvent> TalkMode { get; } = new(
        "talk.mode", EventAudience.Everyone, static () => ProtocolJson.Default.TalkModeEvent)
    {
        DropIfSlow = true,
        Summary = "Talk mode was switched.",
    };

    /// <summary>The gateway is about to stop or restart.</summary>
    public static EventDefinition<ShutdownEvent> Shutdown { get; } = new(
        "shutdown", EventAudience.Everyone, static () => ProtocolJson.Default.ShutdownEvent)
    {
        Summary = "The gateway is about to stop or restart.",
    };

    /// <summary>A health refresh finished.</summary>
    public static EventDefinition<HealthResult> Health { get; } = new(
        "health", EventAudience.Everyone, static () => ProtocolJson.Default.HealthResult)
    {
        Summary = "A health refresh finished.",
    };

    /// <summary>A heartbeat ran.</summary>
    public static EventDefinition<HeartbeatEvent> Heartbeat { get; } = new(
        "heartbeat", EventAudience.Everyone, static () => ProtocolJson.Default.HeartbeatEvent)
    {
        DropIfSlow = true,
        Summary = "A heartbeat ran.",
    };

    /// <summary>A scheduled job changed or ran.</summary>
    public static EventDefinition<CronEvent> Cron { get; } = new(
        "cron", EventAudience.Readers, static () => ProtocolJson.Default.CronEvent)
    {
        DropIfSlow = true,
        Summary = "A scheduled job changed or ran.",
    };

    /// <summary>A node asks to be paired.</summary>
    public static EventDefinition<PendingNode> NodePairRequested { get; } = new(
        "node.pair.requested", EventAudience.Pairing, static () => ProtocolJson.Default.PendingNode)
    {
        DropIfSlow = true,
        Summary = "A node asks to be paired.",
    };

    /// <summary>A node pairing was decided.</summary>
    public static EventDefinition<NodePairResolvedEvent> NodePairResolved { get; } = new(
        "node.pair.resolved", EventAudience.Pairing, static () => ProtocolJson.Default.NodePairResolvedEvent)
    {
        DropIfSlow = true,
        Summary = "A node pairing was decided.",
    };

    /// <summary>A command for this node.</summary>
    public static EventDefinition<NodeInvokeRequestEvent> NodeInvokeRequest { get; } = new(
        "node.invoke.request", EventAudience.Targeted, static () => ProtocolJson.Default.NodeInvokeRequestEvent)
    {
        Summary = "A command for this node.",
    };

    /// <summary>A device asks to be paired.</summary>
    public static EventDefinition<PendingDevice> DevicePairRequested { get; } = new(
        "device.pair.requested", EventAudience.Pairing, static () => ProtocolJson.Default.PendingDevice)
    {
        DropIfSlow = true,
        Summary = "A device asks to be paired.",
    };

    /// <summary>A device pairing was decided.</summary>
    public static EventDefinition<DevicePairResolvedEvent> DevicePairResolved { get; } = new(
        "device.pair.resolved", EventAudience.Pairing, static () => ProtocolJson.Default.DevicePairResolvedEvent)
    {
        DropIfSlow = true,
        Summary = "A device pairing was decided.",
    };

    /// <summary>The wake words changed.</summary>
    public static EventDefinition<VoiceWakeChangedEvent> VoiceWakeChanged { get; } = new(
        "voicewake.changed", EventAudience.Everyone, static () => ProtocolJson.Default.VoiceWakeChangedEvent)
    {
        DropIfSlow = true,
        Summary = "The wake words changed.",
    };

    /// <summary>A command waits for approval.</summary>
    public static EventDefinition<ExecApprovalRequestedEvent> ExecApprovalRequested { get; } = new(
        "exec.approval.requested", EventAudience.Approvals, static () => ProtocolJson.Default.ExecApprovalRequestedEvent)
    {
        DropIfSlow = true,
        Summary = "A command waits for approval.",
    };

    /// <summary>A command approval was decided.</summary>
    public static EventDefinition<ExecApprovalResolvedEvent> ExecApprovalResolved { get; } = new(
        "exec.approval.resolved", EventAudience.Approvals, static () => ProtocolJson.Default.ExecApprovalResolvedEvent)
    {
        DropIfSlow = true,
        Summary = "A command approval was decided.",
    };
}
