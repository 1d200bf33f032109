using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Subagents;
using OpenClaw.Agents.Tools.Policy;
using OpenClaw.Configuration.Service;
using OpenClaw.Gateway.Channels;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Gateway.Tools.Messaging;
using OpenClaw.Gateway.Tools.Sessions;

namespace OpenClaw.Gateway.Tools;

/// <summary>
/// Composes what agents can do with the gateway itself: sessions, sub-agents, messages, jobs, devices, configuration. Sources of tools are
/// added to the box of the conversations; when two offer the same name, the earlier one wins.
/// </summary>
internal sealed class ToolParts : IAsyncDisposable
{
    /// <summary>Makes the parts and adds the sources; nothing starts.</summary>
    /// <param name="options">Clock, logs, configuration.</param>
    /// <param name="conversations">Sessions, runs, and the box the tools go into.</param>
    /// <param name="methods">The gateway's methods, for tools that use them as their caller would.</param>
    /// <param name="channels">Messaging channels.</param>
    public ToolParts(GatewayOptions options, ConversationParts conversations, MethodTable methods, ChannelParts channels)
    {
        var (state, time, logger) = (options.Paths.StateDir, options.Time, options.Loggers.CreateLogger("gateway/tools"));
        var (sessions, runner) = (conversations.Sessions, conversations.Runner);
        Conversations = conversations;
        Methods = new MethodInvoker(methods, time);
        Restarts = options.Store is null ? null : options.Restarts;
        Reach = new SessionReach(sessions, conversations.SessionList, new ToolPolicy(conversations.Agents, sessions));
        var replies = new FinalReplies(channels.Delivery, Sent);
        Talks = new AgentTalks(runner, sessions, replies, time, logger);
        Mirror = new DeliveryMirror(sessions, conversations.Lanes, time, logger);
        var reports = new SubagentReports(
            runner, sessions, replies, (record, reason) => ToolLog.NotReported(logger, record.RunId, record.RequesterSessionKey, reason));
        Subagents = new SubagentDesk(new SubagentRegistry(Path.Combine(state, "subagents", "runs.json")), runner, sessions, reports, time);
        var message = new MessageTool(channels.Actions, conversations.Agents, conversations.Access, Mirror, Sent);
        conversations.Tools.Add(new GatewayTools(this, message, Path.Combine(state, "media"), time));
    }

    /// <summary>What the tools work on.</summary>
    public ConversationParts Conversations { get; }

    /// <summary>Uses methods on behalf of runs.</summary>
    public MethodInvoker Methods { get; }

    /// <summary>Which sessions a session may see.</summary>
    public SessionReach Reach { get; }

    /// <summary>Restarts the gateway; null: nothing here can.</summary>
    public IRestartScheduler? Restarts { get; }

    /// <summary>Sub-agents: starting, listing and stopping them.</summary>
    public SubagentDesk Subagents { get; }

    /// <summary>Sessions that talk to each other.</summary>
    public AgentTalks Talks { get; }

    /// <summary>Notes in sessions what was sent to their people.</summary>
    public DeliveryMirror Mirror { get; }

    /// <summary>What runs have sent by themselves, so that their final answers do not say it again.</summary>
    public SentMessages Sent => Conversations.Sent;

    /// <summary>Takes up sub-agents of the last gateway. Call when runs that were cut off have been dealt with.</summary>
    public void Start() => Subagents.Start();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Subagents.DisposeAsync().ConfigureAwait(false);
        await Talks.DisposeAsync().ConfigureAwait(false);
        await Mirror.DisposeAsync().ConfigureAwait(false);
    }
}
