using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary>Which nodes are wanted.</summary>
/// <param name="Connected">Connected ones only.</param>
/// <param name="Since">Only those that connected within this time.</param>
internal sealed record NodeWish(bool Connected, TimeSpan? Since)
{
    public bool Keeps(NodeRow node, IReadOnlyDictionary<string, long>? lastConnected, TimeProvider time) =>
        Keeps(node.NodeId, node.Connected, node.ConnectedAtMs, lastConnected, time);

    public bool Keeps(string nodeId, bool connected, long? connectedAtMs, IReadOnlyDictionary<string, long>? lastConnected, TimeProvider time)
    {
        if (Connected && !connected)
            return false;
        if (Since is not { } span)
            return true;
        var seen = connectedAtMs ?? (lastConnected?.TryGetValue(nodeId, out var at) == true ? at : null);
        return seen is { } ms && time.GetUtcNow().ToUnixTimeMilliseconds() - ms <= span.TotalMilliseconds;
    }
}
