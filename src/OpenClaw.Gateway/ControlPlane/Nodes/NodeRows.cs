using OpenClaw.Gateway.ControlPlane.Devices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>The nodes there are: paired devices with the node role, and connected ones. What a connected node says of itself wins.</summary>
internal sealed class NodeRows(DevicePairingStore devices, NodeRegistry nodes)
{
    /// <summary>Connected first, then by name, then by id.</summary>
    public IReadOnlyList<NodeRow> List()
    {
        var connected = nodes.Connected.ToDictionary(n => n.NodeId, StringComparer.Ordinal);
        var paired = devices.Paired.Where(IsNode).ToDictionary(d => d.DeviceId, StringComparer.Ordinal);
        return
        [
            .. connected.Keys.Union(paired.Keys)
                .Select(id => RowOf(id, paired.GetValueOrDefault(id), connected.GetValueOrDefault(id)))
                .OrderByDescending(r => r.Connected)
                .ThenBy(r => r.DisplayName ?? r.NodeId, StringComparer.OrdinalIgnoreCase)
                .ThenBy(r => r.NodeId, StringComparer.Ordinal),
        ];
    }

    /// <summary>One node, or null when nobody knows it.</summary>
    public NodeRow? Find(string nodeId)
    {
        var device = devices.Find(nodeId) is { } known && IsNode(known) ? known : null;
        var live = nodes.Find(nodeId);
        return device is null && live is null ? null : RowOf(nodeId, device, live);
    }

    private static bool IsNode(PairedDevice device) => device.Role == Roles.Node || device.ApprovedRoles().Contains(Roles.Node);

    private static NodeRow RowOf(string nodeId, PairedDevice? device, NodeSession? live) => new()
    {
        NodeId = nodeId,
        DisplayName = live?.Caller.DisplayName ?? device?.DisplayName,
        Platform = live?.Caller.Platform ?? device?.Platform,
        Version = live?.Caller.ClientVersion,
        DeviceFamily = live?.Caller.DeviceFamily,
        ModelIdentifier = live?.Caller.ModelIdentifier,
        RemoteIp = live?.Caller.ReportedIp ?? device?.RemoteIp,
        Caps = Sorted(live?.Caps),
        Commands = Sorted(live?.Commands),
        PathEnv = live?.PathEnv,
        Permissions = live?.Permissions,
        ConnectedAtMs = live?.ConnectedAtMs,
        Paired = device is not null,
        Connected = live is not null,
    };

    private static IReadOnlyList<string> Sorted(IReadOnlyList<string>? texts) => [.. (texts ?? []).Distinct().Order(StringComparer.Ordinal)];
}
