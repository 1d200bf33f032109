using OpenClaw.Gateway.ControlPlane.Health;
using OpenClaw.Gateway.ControlPlane.Nodes;
using OpenClaw.Gateway.ControlPlane.Presence;
using OpenClaw.Gateway.ControlPlane.Sockets;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Receives those who were admitted and sees off those who leave, in the order of spec 01 §4.3.</summary>
internal sealed class Reception(
    HelloWriter hello,
    Broadcaster broadcaster,
    PresenceBoard presence,
    StateVersions versions,
    HealthMonitor health,
    NodeRegistry nodes,
    NodeSubscriptions subscriptions,
    INodeAdmission nodeAdmission,
    PresencePublisher publisher,
    TimeProvider time,
    Microsoft.Extensions.Logging.ILogger logger) : IConnectionEvents
{
    /// <inheritdoc/>
    public void Entered(Connection connection, Admission.Admission admission, string requestId)
    {
        var caller = admission.Caller;
        var shown = caller.ClientMode != ClientModes.Cli;
        if (shown)
            presence.Upsert(PresenceKey(caller), EntryOf(caller, "connect"));
        var version = shown ? versions.NextPresence() : versions.Current;
        broadcaster.Admit(connection, () =>
        {
            if (caller.NodeId is not null)
                nodes.Register(SessionOf(admission));
            connection.Send(FrameBuilder.Response(requestId, Reply.Ok(hello.Write(admission)), ProtocolJson.Default.HelloOk));
        });
        ConnectionLog.Connected(logger, caller.ConnId, caller.Role, caller.ClientId, caller.ClientMode, caller.ClientVersion, caller.Era.Protocol);
        if (caller.IsWebChat)
            ConnectionLog.WebChatConnected(
                logger, caller.ConnId, caller.ReportedIp ?? "local", caller.ClientId, caller.ClientMode, TextCut.Message(caller.ClientVersion, 64));
        if (caller.NodeId is not null)
            nodeAdmission.Connected(caller);
        if (shown)
            publisher.Publish(version);
        health.RefreshSoon(probe: true);
    }

    /// <inheritdoc/>
    public void Left(Connection connection)
    {
        broadcaster.Remove(connection);
        var caller = connection.Caller;
        if (caller.NodeId is { } nodeId)
        {
            subscriptions.RemoveAll(caller.ConnId);
            nodes.Unregister(nodeId, caller.ConnId);
        }
        if (caller.ClientMode == ClientModes.Cli)
            return;
        presence.Upsert(PresenceKey(caller), EntryOf(caller, "disconnect"));
        publisher.Publish(versions.NextPresence());
    }

    private NodeSession SessionOf(Admission.Admission admission) => new()
    {
        Caller = admission.Caller,
        ConnectedAtMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
        Caps = admission.Params.Caps ?? [],
        Commands = nodeAdmission.Allowed(admission.Caller, admission.Params.Commands ?? []),
        Permissions = admission.Params.Permissions,
        PathEnv = admission.Params.PathEnv,
    };

    private static string PresenceKey(Caller caller) => caller.DeviceId ?? caller.InstanceId ?? caller.ConnId;

    private static PresenceEntry EntryOf(Caller caller, string reason) => new()
    {
        Host = caller.DisplayName ?? caller.ClientId,
        Ip = caller.ReportedIp,
        Version = caller.ClientVersion,
        Platform = caller.Platform,
        DeviceFamily = caller.DeviceFamily,
        ModelIdentifier = caller.ModelIdentifier,
        Mode = caller.ClientMode,
        DeviceId = caller.DeviceId,
        Roles = [caller.Role],
        Scopes = caller.Scopes,
        InstanceId = caller.DeviceId ?? caller.InstanceId,
        Reason = reason,
        Ts = 0,
    };
}
