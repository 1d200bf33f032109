using OpenClaw.Agents.Tools;
using OpenClaw.Gateway.Tools.Control;
using OpenClaw.Gateway.Tools.Messaging;
using OpenClaw.Gateway.Tools.Sessions;

namespace OpenClaw.Gateway.Tools;

/// <summary>The tools that work on the gateway itself. One whose methods the gateway does not answer, or the caller may not use, is not offered.</summary>
internal sealed class GatewayTools : IToolSource
{
    private readonly MethodInvoker _methods;
    private readonly MessageTool _message;
    private readonly (ITool Tool, string? Method)[] _tools;

    public GatewayTools(ToolParts parts, MessageTool message, string mediaDir, TimeProvider time)
    {
        (_methods, _message) = (parts.Methods, message);
        var (talks, methods) = (parts.Conversations, parts.Methods);
        var (agents, store) = (talks.Agents, talks.Sessions);
        _tools =
        [
            (new SessionsListTool(store, parts.Reach), null),
            (new SessionsHistoryTool(store, parts.Reach), null),
            (new SessionStatusTool(store, parts.Reach, talks.Models, talks.Catalog, talks.Runner, methods), null),
            (new SessionsSendTool(talks.Runner, parts.Reach, talks.Access, parts.Talks, time), null),
            (new SessionsSpawnTool(parts.Subagents, store, talks.Models, talks.Runner), null),
            (new AgentsListTool(agents), null),
            (new NodesTool(methods, new NodeMedia(Path.Combine(mediaDir, "nodes"))), "node.list"),
            (new CronTool(methods, store), "cron.list"),
            (new GatewayTool(methods, agents, parts.Restarts), "config.get"),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<ITool> Tools(ToolScene scene)
    {
        var offered = _tools.Where(entry => entry.Method is null || _methods.Allows(entry.Method, scene.Caller)).Select(static entry => entry.Tool);
        return _message.CanSend ? offered.Prepend(_message) : offered;
    }
}
