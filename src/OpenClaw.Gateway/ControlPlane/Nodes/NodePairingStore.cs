using Microsoft.Extensions.Logging;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>
/// Node pairing as <c>node.pair.*</c> knows it: separate from devices and never asked by the handshake (spec 01 §8.4). Owns
/// <c>nodes/pending.json</c> and <c>nodes/paired.json</c>. Safe from any thread; every change is on disk before the call returns, except
/// the time of the last visit, which <see cref="Flush"/> writes.
/// </summary>
/// <param name="directory">The <c>nodes</c> directory.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of unreadable files.</param>
internal sealed class NodePairingStore(string directory, TimeProvider time, ILogger logger)
{
    private const int MaxPending = 100;

    private readonly Lock _gate = new();
    private readonly StateFile<PairedNode> _paired =
        new(Path.Combine(directory, "paired.json"), NodeStateJson.Default.DictionaryStringPairedNode, logger);

    private readonly StateFile<PendingNode> _pending =
        new(Path.Combine(directory, "pending.json"), NodeStateJson.Default.DictionaryStringPendingNode, logger);

    private bool _unsaved;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Every paired node, newest approval first.</summary>
    public IReadOnlyList<PairedNode> Paired
    {
        get
        {
            lock (_gate)
                return [.. _paired.Entries.Values.OrderByDescending(n => n.ApprovedAtMs)];
        }
    }

    /// <summary>Every open request, newest first.</summary>
    public IReadOnlyList<PendingNode> Pending
    {
        get
        {
            lock (_gate)
                return [.. LivePending().Values.OrderByDescending(n => n.Ts)];
        }
    }

    /// <summary>Files a request; the node's open one, if there is one, is returned as it is.</summary>
    public (PendingNode Request, bool Created) Request(NodePairRequestParams wish)
    {
        lock (_gate)
        {
            var pending = LivePending();
            if (pending.Values.FirstOrDefault(p => p.NodeId == wish.NodeId) is { } open)
                return (open, false);
            var request = new PendingNode
            {
                RequestId = Guid.NewGuid().ToString(),
                NodeId = wish.NodeId,
                DisplayName = wish.DisplayName,
                Platform = wish.Platform,
                Version = wish.Version,
                CoreVersion = wish.CoreVersion,
                UiVersion = wish.UiVersion,
                DeviceFamily = wish.DeviceFamily,
                ModelIdentifier = wish.ModelIdentifier,
                Caps = wish.Caps,
                Commands = wish.Commands,
                RemoteIp = wish.RemoteIp,
                Silent = wish.Silent,
                IsRepair = _paired.Entries.ContainsKey(wish.NodeId),
                Ts = Now,
            };
            if (pending.Count >= MaxPending)
                pending.Remove(pending.Values.MinBy(p => p.Ts)!.RequestId);
            pending[request.RequestId] = request;
            _pending.Save();
            return (request, true);
        }
    }

    /// <summary>Approves a request; the node gets a new token.</summary>
    /// <returns>The node, or null when there is no such request.</returns>
    public PairedNode? Approve(string requestId)
    {
        lock (_gate)
        {
            if (!LivePending().Remove(requestId, out var request))
                return null;
            var old = _paired.Entries.GetValueOrDefault(request.NodeId);
            var node = new PairedNode
            {
                NodeId = request.NodeId,
                Token = Guid.NewGuid().ToString("N"),
                DisplayName = request.DisplayName,
                Platform = request.Platform,
                Version = request.Version,
                CoreVersion = request.CoreVersion,
                UiVersion = request.UiVersion,
                DeviceFamily = request.DeviceFamily,
                ModelIdentifier = request.ModelIdentifier,
                Caps = request.Caps,
                Commands = request.Commands,
                RemoteIp = request.RemoteIp,
                CreatedAtMs = old?.CreatedAtMs ?? Now,
                ApprovedAtMs = Now,
            };
            _paired.Entries[node.NodeId] = node;
            _paired.Save();
            _pending.Save();
            return node;
        }
    }

    /// <summary>Drops a request.</summary>
    /// <returns>The request, or null when there is no such one.</returns>
    public PendingNode? Reject(string requestId)
    {
        lock (_gate)
        {
            if (!LivePending().Remove(requestId, out var request))
                return null;
            _pending.Save();
            return request;
        }
    }

    /// <summary>The node, when this is its token.</summary>
    public PairedNode? Verify(string nodeId, string token)
    {
        lock (_gate)
            return _paired.Entries.GetValueOrDefault(nodeId) is { } node && GatewayAuth.Same(node.Token, token) ? node : null;
    }

    /// <summary>Gives a node a name.</summary>
    /// <returns>False when it is not paired here.</returns>
    public bool Rename(string nodeId, string displayName)
    {
        lock (_gate)
        {
            if (_paired.Entries.GetValueOrDefault(nodeId) is not { } node)
                return false;
            _paired.Entries[nodeId] = node with { DisplayName = displayName };
            _paired.Save();
            return true;
        }
    }

    /// <summary>Remembers that a node of one of these ids connected.</summary>
    public void Visited(params ReadOnlySpan<string?> ids)
    {
        lock (_gate)
        {
            foreach (var id in ids)
            {
                if (id is null || _paired.Entries.GetValueOrDefault(id) is not { } node)
                    continue;
                _paired.Entries[id] = node with { LastConnectedAtMs = Now };
                _unsaved = true;
            }
        }
    }

    /// <summary>Writes what <see cref="Visited"/> changed.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (!_unsaved)
                return;
            _paired.Save();
            _unsaved = false;
        }
    }

    private Dictionary<string, PendingNode> LivePending()
    {
        var entries = _pending.Entries;
        foreach (var (id, request) in entries)
        {
            if (Now - request.Ts > ProtocolLimits.PendingPairingTtlMs)
                entries.Remove(id);
        }
        return entries;
    }
}
