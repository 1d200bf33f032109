namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>
/// Which nodes want copies of the <c>agent</c> and <c>chat</c> events of which session (spec 02 §7, <c>chat.subscribe</c>). Keys are
/// compared as the node wrote them. Safe from any thread.
/// </summary>
public sealed class NodeSubscriptions
{
    private const int MaxPerConnection = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<string>> _bySession = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byConnection = new(StringComparer.Ordinal);

    /// <summary>The connections to send a copy of this session's events to.</summary>
    /// <param name="sessionKey">The session, in the caller's form.</param>
    public IReadOnlyList<string> Of(string sessionKey)
    {
        lock (_gate)
            return _bySession.TryGetValue(sessionKey, out var connections) ? [.. connections] : [];
    }

    /// <summary>Adds a subscription; the oldest of a connection with too many is not touched, the new one is refused.</summary>
    /// <param name="connId">The node's connection.</param>
    /// <param name="sessionKey">The session.</param>
    public void Add(string connId, string sessionKey)
    {
        lock (_gate)
        {
            var mine = Get(_byConnection, connId);
            if (mine.Count >= MaxPerConnection)
                return;
            mine.Add(sessionKey);
            Get(_bySession, sessionKey).Add(connId);
        }
    }

    /// <summary>Ends a subscription.</summary>
    /// <param name="connId">The node's connection.</param>
    /// <param name="sessionKey">The session.</param>
    public void Remove(string connId, string sessionKey)
    {
        lock (_gate)
        {
            Take(_byConnection, connId, sessionKey);
            Take(_bySession, sessionKey, connId);
        }
    }

    /// <summary>Ends all subscriptions of a connection.</summary>
    /// <param name="connId">The connection that ended.</param>
    public void RemoveAll(string connId)
    {
        lock (_gate)
        {
            if (!_byConnection.Remove(connId, out var sessions))
                return;
            foreach (var session in sessions)
                Take(_bySession, session, connId);
        }
    }

    private static HashSet<string> Get(Dictionary<string, HashSet<string>> map, string key)
    {
        if (!map.TryGetValue(key, out var set))
            map[key] = set = new HashSet<string>(StringComparer.Ordinal);
        return set;
    }

    private static void Take(Dictionary<string, HashSet<string>> map, string key, string value)
    {
        if (map.TryGetValue(key, out var set) && set.Remove(value) && set.Count == 0)
            map.Remove(key);
    }
}
