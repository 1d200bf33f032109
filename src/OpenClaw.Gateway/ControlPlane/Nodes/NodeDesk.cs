using OpenClaw.Configuration;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>Takes nodes in: what they may run, and what is remembered of their visit.</summary>
internal sealed class NodeDesk(Func<ConfigSnapshot> config) : INodeAdmission
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Allowed(Caller node, IReadOnlyList<string> declared)
    {
        var denied = config().Config.Gateway.Nodes.DenyCommands;
        return [.. declared.Select(c => c.Trim()).Where(c => c.Length > 0 && !denied.Contains(c)).Distinct()];
    }

    /// <inheritdoc/>
    public void Connected(Caller node)
    {
    }
}
