namespace OpenClaw.Channels.Inbound.History;

/// <summary>
/// What was said in groups since our last answer there (spec 10 §3.6), in memory: context for the next answer, which is worth less than the
/// room it would need on disk. Bounded by messages of a group, groups, and characters in all; the group that was silent longest goes first.
/// Safe from any thread.
/// </summary>
public sealed class GroupHistory
{
    /// <summary>Most groups.</summary>
    public const int MaxGroups = 1000;

    /// <summary>Most characters of one message.</summary>
    public const int MaxBody = 8000;

    /// <summary>Most characters in all: about 16 MB.</summary>
    public const int MaxCharacters = 8_000_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Group>> _groups = new(StringComparer.Ordinal);
    private readonly LinkedList<Group> _byUse = new();
    private long _characters;

    /// <summary>Groups it knows.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _groups.Count;
        }
    }

    /// <summary>Adds a message.</summary>
    /// <param name="group">Name of the group: channel, account and peer.</param>
    /// <param name="entry">The message.</param>
    /// <param name="limit">Messages of the group that are kept; 0: none.</param>
    public void Add(string group, HistoryEntry entry, int limit)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (limit <= 0)
            return;
        if (entry.Body.Length > MaxBody)
            entry = entry with { Body = entry.Body[..MaxBody] };
        lock (_gate)
        {
            var kept = Use(group);
            kept.Entries.Enqueue(entry);
            _characters += Size(entry);
            while (kept.Entries.Count > limit)
                _characters -= Size(kept.Entries.Dequeue());
            while (_groups.Count > MaxGroups || (_characters > MaxCharacters && _groups.Count > 1))
                Remove(_byUse.First!);
        }
    }

    /// <summary>What is pending in a group, oldest first.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="limit">The newest so many.</param>
    public IReadOnlyList<HistoryEntry> Of(string group, int limit)
    {
        lock (_gate)
            return _groups.TryGetValue(group, out var node) && limit > 0 ? [.. node.Value.Entries.TakeLast(limit)] : [];
    }

    /// <summary>The group was answered: what was said up to now is in that conversation.</summary>
    public void Clear(string group)
    {
        lock (_gate)
        {
            if (_groups.TryGetValue(group, out var node))
                Remove(node);
        }
    }

    private Group Use(string name)
    {
        if (_groups.TryGetValue(name, out var node))
            _byUse.Remove(node);
        else
            _groups[name] = node = new LinkedListNode<Group>(new Group(name));
        _byUse.AddLast(node);
        return node.Value;
    }

    private void Remove(LinkedListNode<Group> node)
    {
        _byUse.Remove(node);
        _groups.Remove(node.Value.Name);
        _characters -= node.Value.Entries.Sum(Size);
    }

    private static long Size(HistoryEntry entry) => entry.Body.Length + entry.Sender.Length;

    private sealed record Group(string Name)
    {
        public Queue<HistoryEntry> Entries { get; } = new();
    }
}
