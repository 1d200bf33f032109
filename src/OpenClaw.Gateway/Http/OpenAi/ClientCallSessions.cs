namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>
/// Remembers which session a call of a client's tool, or a response, came from. A client that brings the outcome continues there, so the
/// model sees its own call answered and not a text about it. Kept in memory, bounded, oldest forgotten first.
/// </summary>
internal sealed class ClientCallSessions
{
    private const int MaxKnown = 2000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Remembers an id.</summary>
    public void Add(string id, string sessionKey)
    {
        lock (_gate)
        {
            if (!_sessions.TryAdd(id, sessionKey))
            {
                _sessions[id] = sessionKey;
                return;
            }

            _order.Enqueue(id);
            if (_order.Count > MaxKnown)
                _sessions.Remove(_order.Dequeue());
        }
    }

    /// <summary>Canonical key of the session an id came from.</summary>
    public string? Find(string id)
    {
        lock (_gate)
            return _sessions.GetValueOrDefault(id);
    }
}
