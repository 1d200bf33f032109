using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Lifecycle;

namespace OpenClaw.Gateway.Tools;

/// <summary>
/// Composes what agents can do. Every owner of tools adds its source here, one line each; when two offer the same name, the earlier line
/// wins.
/// </summary>
internal sealed class ToolParts
{
    /// <summary>Adds the sources; nothing starts.</summary>
    /// <param name="options">Clock, logs, configuration.</param>
    /// <param name="conversations">Sessions, runs, and the box the tools go into.</param>
    /// <param name="methods">The gateway's methods, for tools that use them as their caller would.</param>
    public ToolParts(GatewayOptions options, ConversationParts conversations, MethodTable methods)
    {
        Methods = new MethodInvoker(methods, options.Time);
        Conversations = conversations;
    }

    /// <summary>Uses methods on behalf of runs.</summary>
    public MethodInvoker Methods { get; }

    /// <summary>What they work on.</summary>
    public ConversationParts Conversations { get; }
}
