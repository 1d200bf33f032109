namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>
/// Remembers which session a call of a client's tool, or a response, came from. A client that brings the outcome continues there, so the
/// model sees its own call answered and not a text about it. Kept in memory, bounded, oldest forgotten first; a forgotten outcome reaches
/// the model as text.
/// </summary>
internal sealed class ClientCalls
{
    private const int MaxKnown = 2000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string SessionKey, string Tool)> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Remembers a call, or a response.</summary>
    /// <param name="id">Id of the call or response.</param>
    /// <param name="sessionKey">Canonical key of its session.</param>
    /// <param name="tool">The tool; empty for a response.</param>
    public void Add(string id, string sessionKey, string tool = "")
    {
        lock (_gate)
        {
            if (!_known.TryAdd(id, (sessionKey, tool)))
            {
                _known[id] = (sessionKey, tool);
                return;
            }

            _order.Enqueue(id);
            if (_order.Count > MaxKnown)
                _known.Remove(_order.Dequeue());
        }
    }

    /// <summary>Where an id came from.</summary>
    public (string SessionKey, string Tool)? Find(string id)
    {
        lock (_gate)
            return _known.TryGetValue(id, out var call) ? call : null;
    }
}
