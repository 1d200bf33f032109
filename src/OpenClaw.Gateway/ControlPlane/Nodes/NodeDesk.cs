using OpenClaw.Configuration;
using OpenClaw.Nodes.Commands;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>Takes nodes in and says what they may be asked, by the policy of the config in force.</summary>
internal sealed class NodeDesk(Func<ConfigSnapshot> config, NodePairingStore pairings) : INodeAdmission
{
    private NodeCommandPolicy Policy => NodeCommandPolicy.From(config().Config.Gateway.Nodes);

    /// <inheritdoc/>
    public IReadOnlyList<string> Allowed(Caller node, IReadOnlyList<string> declared) => Policy.Admit(declared, PlatformOf(node));

    /// <inheritdoc/>
    public void Connected(Caller node) => pairings.Visited(node.NodeId, node.InstanceId);

    /// <summary>Why a command must not be sent to a connected node, or null.</summary>
    public string? Refusal(NodeSession node, string command) => Policy.Refusal(command, node.Commands, PlatformOf(node.Caller));

    private static NodePlatform PlatformOf(Caller node) => NodePlatforms.Of(node.Platform, node.DeviceFamily);
}
