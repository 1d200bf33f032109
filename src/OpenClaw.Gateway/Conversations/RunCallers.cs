using OpenClaw.Agents.Commands;
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

    /// <summary>Commands are for operators that may write; the owner is one who may administer. A node may talk, not rule.</summary>
    public static CommandSender Sender(Caller caller) =>
        new(caller.Holds(Scopes.Write), caller.Holds(Scopes.Admin), caller.ClientId, caller.DisplayName);
}
