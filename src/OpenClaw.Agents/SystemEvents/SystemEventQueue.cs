namespace OpenClaw.Agents.SystemEvents;

/// <summary>
/// Short notes to an agent that ride along with the next turn of a session ("node connected", "reminder"). Kept in memory only.
/// </summary>
public sealed class SystemEventQueue(TimeProvider time)
{
    /// <summary>Notes kept per session; the oldest go first.</summary>
    public const int MaxPerSession = 20;

    private const int MaxSessions = 500;
    private const int MaxText = 2000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedList<SystemNote>> _notes = new(StringComparer.Ordinal);

    /// <summary>Queues a note; a repetition of the last one, blank text and presence noise are ignored.</summary>
    /// <returns>True when it was queued.</returns>
    public bool Enqueue(string sessionKey, string text)
    {
        if (PresenceNoise.Without(text.Trim()) is not { Length: > 0 } line)
            return false;
        if (line.Length > MaxText)
            line = line[..MaxText];
        lock (_gate)
        {
            if (!_notes.TryGetValue(sessionKey, out var list))
            {
                if (_notes.Count >= MaxSessions)
                    return false;
                _notes[sessionKey] = list = new LinkedList<SystemNote>();
            }

            if (list.Last?.Value.Text == line)
                return false;
            list.AddLast(new SystemNote(line, time.GetUtcNow()));
            if (list.Count > MaxPerSession)
                list.RemoveFirst();
            return true;
        }
    }

    /// <summary>The notes of a session, oldest first, without taking them.</summary>
    public IReadOnlyList<SystemNote> Peek(string sessionKey)
    {
        lock (_gate)
            return _notes.TryGetValue(sessionKey, out var list) ? [.. list] : [];
    }

    /// <summary>Takes the notes of a session.</summary>
    public IReadOnlyList<SystemNote> Drain(string sessionKey)
    {
        lock (_gate)
            return _notes.Remove(sessionKey, out var list) ? [.. list] : [];
    }
}
