using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Agents.Tools;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Approvals;
using OpenClaw.Gateway.ControlPlane.Methods;
using OpenClaw.Gateway.ControlPlane.Nodes;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>Composes what agents do on the host: files, commands, approvals. Owns it: one instance per running gateway.</summary>
internal sealed class ExecutionParts : IToolSource, IAsyncDisposable
{
    private readonly ExecApprovals _waiting;
    private readonly ApprovalForwarding _forwarding;
    private readonly ConversationParts _conversations;
    private readonly ITool[] _tools;

    /// <summary>Makes everything and offers the tools; nothing starts, no file is touched.</summary>
    /// <param name="conversations">The agent side.</param>
    /// <param name="broadcaster">Reaches operators.</param>
    /// <param name="wake">Asks for heartbeats.</param>
    /// <param name="delivery">Sends to chats.</param>
    /// <param name="skillBins">Executables of an agent's eligible skills.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Log of commands.</param>
    public ExecutionParts(
        ConversationParts conversations,
        Broadcaster broadcaster,
        IHeartbeatWake wake,
        IDelivery delivery,
        Func<string, IReadOnlyList<string>> skillBins,
        TimeProvider time,
        ILogger logger)
    {
        _conversations = conversations;
        var agents = conversations.Agents;
        var paths = agents.Paths;
        Approvals = new ApprovalsStore(
            paths.ExecApprovalsFile, paths.IsIsolated ? null : Path.Combine(paths.Home, ".openclaw", "exec-approvals.json"), time);
        Desk = new ExecApprovalDesk(broadcaster, time);
        Processes = new ProcessSessions(time);
        _forwarding = new ApprovalForwarding(agents, conversations.Sessions, delivery, logger);
        Desk.Opened = _forwarding.Opened;
        var notices = new ExecNotices(conversations.Notes, wake);
        var runner = new ExecRunner(Processes, Approvals, notices, () => agents.Environment, logger);
        _waiting = new ExecApprovals(Desk, Approvals, runner, notices, time, logger);
        var planner = new ExecPlanner(agents, conversations.Sessions, Approvals, skillBins, logger);
        _tools = [new ExecTool(planner, runner, _waiting, time), new ProcessTool(Processes)];
        conversations.Tools.Add(HostFiles.Of(agents, Approvals));
        conversations.Tools.Add(this);
    }

    /// <summary>The rules of this host.</summary>
    public ApprovalsStore Approvals { get; }

    /// <summary>Commands that wait for a decision.</summary>
    public ExecApprovalDesk Desk { get; }

    /// <summary>Commands that run.</summary>
    public ProcessSessions Processes { get; }

    /// <inheritdoc/>
    public IEnumerable<ITool> Tools(ToolScene scene)
    {
        var agents = _conversations.Agents;
        var config = (agents.Entry(scene.AgentId)?.Exec ?? new()).Over(agents.Config.Exec);
        return ExecLevels.Security(config.Security) == ExecSecurity.Deny ? [] : _tools;
    }

    /// <summary>Registers the methods.</summary>
    public void Register(MethodTable table, NodeRegistry nodes) => new ExecApprovalsMethodHandlers(Approvals, Desk, nodes).Register(table);

    /// <summary>Drops what waits and ends what runs.</summary>
    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Processes.DisposeAsync().ConfigureAwait(false);
        await _waiting.DisposeAsync().ConfigureAwait(false);
        await _forwarding.DisposeAsync().ConfigureAwait(false);
    }
}
