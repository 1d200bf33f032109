using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Turns a connection's caller into the one that travels with its runs.</summary>
internal static class RunCallers
{
    /// <summary>An operator brings its scopes; a node may talk but not rule.</summary>
    public static RunCaller Of(Caller caller) => caller.IsNode
        ? new RunCaller(RunOrigin.Node, [Scopes.Read, Scopes.Write], IsOwner: false, caller.NodeId)
        : new RunCaller(RunOrigin.Operator, caller.Scopes, caller.Holds(Scopes.Admin), caller.ClientId);
}
