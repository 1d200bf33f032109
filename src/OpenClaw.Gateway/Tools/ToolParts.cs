using OpenClaw.Agents.Tools.Policy;
using OpenClaw.Configuration.Service;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Gateway.Tools.Sessions;

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
        Conversations = conversations;
        Methods = new MethodInvoker(methods, options.Time);
        Restarts = options.Store is null ? null : options.Restarts;
        Reach = new SessionReach(conversations.Sessions, conversations.SessionList, new ToolPolicy(conversations.Agents, conversations.Sessions));
        conversations.Tools.Add(new GatewayTools(this, Path.Combine(options.Paths.StateDir, "media")));
    }

    /// <summary>What the tools work on.</summary>
    public ConversationParts Conversations { get; }

    /// <summary>Uses methods on behalf of runs.</summary>
    public MethodInvoker Methods { get; }

    /// <summary>Which sessions a session may see.</summary>
    public SessionReach Reach { get; }

    /// <summary>Restarts the gateway; null: nothing here can.</summary>
    public IRestartScheduler? Restarts { get; }
}
