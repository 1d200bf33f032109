using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>Turns a row of the list into the answer of <c>node.describe</c>.</summary>
internal static class NodeDescriptions
{
    public static NodeDescribeResult Of(NodeRow row, long ts) => new()
    {
        Ts = ts,
        NodeId = row.NodeId,
        DisplayName = row.DisplayName,
        Platform = row.Platform,
        Version = row.Version,
        CoreVersion = row.CoreVersion,
        UiVersion = row.UiVersion,
        DeviceFamily = row.DeviceFamily,
        ModelIdentifier = row.ModelIdentifier,
        RemoteIp = row.RemoteIp,
        Caps = row.Caps,
        Commands = row.Commands,
        PathEnv = row.PathEnv,
        Permissions = row.Permissions,
        ConnectedAtMs = row.ConnectedAtMs,
        Paired = row.Paired,
        Connected = row.Connected,
    };
}
