using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>
/// The connected nodes and the commands they are running. A node that connects again before its old socket is gone keeps its place:
/// the old socket's end takes away only what is still its own. Safe from any thread.
/// </summary>
/// <param name="broadcaster">Carries the commands to the nodes.</param>
/// <param name="time">Clock of the timeouts.</param>
public sealed class NodeRegistry(Broadcaster broadcaster, TimeProvider time)
{
    private const int MaxRunning = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, NodeSession> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Running> _running = new(StringComparer.Ordinal);

    /// <summary>The connected nodes.</summary>
    public IReadOnlyList<NodeSession> Connected
    {
        get
        {
            lock (_gate)
                return [.. _nodes.Values];
        }
    }

    /// <summary>The connected node of this id, or null.</summary>
    /// <param name="nodeId">The node.</param>
    public NodeSession? Find(string nodeId)
    {
        lock (_gate)
            return _nodes.GetValueOrDefault(nodeId);
    }

    /// <summary>Makes this connection the node's.</summary>
    /// <param name="session">The node.</param>
    public void Register(NodeSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        lock (_gate)
            _nodes[session.NodeId] = session;
    }

    /// <summary>A connection ended: the node goes unless another connection has taken its place; commands it was running fail.</summary>
    /// <param name="nodeId">The node.</param>
    /// <param name="connId">The connection that ended.</param>
    public void Unregister(string nodeId, string connId)
    {
        List<Running> orphans;
        lock (_gate)
        {
            if (_nodes.GetValueOrDefault(nodeId)?.Caller.ConnId == connId)
                _nodes.Remove(nodeId);
            orphans = [.. _running.Values.Where(r => r.ConnId == connId)];
            foreach (var orphan in orphans)
                _running.Remove(orphan.Id);
        }
        foreach (var orphan in orphans)
            orphan.Answer.TrySetResult(NodeAnswer.Failed("DISCONNECTED", $"node disconnected ({orphan.Command})"));
    }

    /// <summary>Sends a command to its node and waits for the answer, the node's end, or the timeout.</summary>
    /// <param name="invocation">The command.</param>
    /// <param name="cancellationToken">Ends the wait; the node is not told.</param>
    public async ValueTask<NodeAnswer> InvokeAsync(NodeInvocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        Running running;
        lock (_gate)
        {
            if (!_nodes.TryGetValue(invocation.NodeId, out var node))
                return NodeAnswer.Failed("NOT_CONNECTED", "node not connected");
            if (_running.Count >= MaxRunning)
                return NodeAnswer.Failed("UNAVAILABLE", "too many commands are running on nodes");
            running = new Running(Guid.NewGuid().ToString(), node.NodeId, node.Caller.ConnId, invocation.Command);
            _running[running.Id] = running;
        }
        try
        {
            var sent = broadcaster.SendTo(running.ConnId, ProtocolEvents.NodeInvokeRequest, new NodeInvokeRequestEvent
            {
                Id = running.Id,
                NodeId = running.NodeId,
                Command = invocation.Command,
                ParamsJson = invocation.ParamsJson,
                TimeoutMs = invocation.TimeoutMs,
                IdempotencyKey = invocation.IdempotencyKey,
            });
            if (!sent)
                return NodeAnswer.Failed("UNAVAILABLE", "failed to send invoke to node");
            var limit = TimeSpan.FromMilliseconds(Math.Min(invocation.TimeoutMs ?? ProtocolLimits.NodeInvokeTimeoutMs, int.MaxValue - 1));
            return await running.Answer.Task.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return NodeAnswer.Failed("TIMEOUT", "node invoke timed out");
        }
        finally
        {
            lock (_gate)
                _running.Remove(running.Id);
        }
    }

    /// <summary>A node answers a command.</summary>
    /// <param name="id">Id of the command.</param>
    /// <param name="connId">The connection that answers; only the one that was asked may.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>False when nobody waits for it any more.</returns>
    public bool Complete(string id, string connId, NodeAnswer answer)
    {
        Running? running;
        lock (_gate)
        {
            if (!_running.TryGetValue(id, out running) || running.ConnId != connId)
                return false;
            _running.Remove(id);
        }
        return running.Answer.TrySetResult(answer);
    }

    private sealed record Running(string Id, string NodeId, string ConnId, string Command)
    {
        public TaskCompletionSource<NodeAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
