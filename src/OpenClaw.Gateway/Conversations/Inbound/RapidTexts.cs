namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>
/// Joins texts that one sender writes in quick succession (<c>messages.inbound</c>, spec 08 §7.4). Pictures and commands do not wait, and
/// send what waits ahead of them. One owner at a time.
/// </summary>
internal sealed class RapidTexts(Func<InboundMessage, TimeSpan> quiet, TimeProvider time)
{
    private const int MaxJoined = 50;

    private readonly Dictionary<string, Held> _bySender = new(StringComparer.Ordinal);

    /// <summary>True when nothing waits.</summary>
    public bool IsEmpty => _bySender.Count == 0;

    /// <summary>When the first of them is complete.</summary>
    public DateTimeOffset? DueAt => _bySender.Count == 0 ? null : _bySender.Values.Min(static held => held.DueAt);

    /// <summary>Takes a message; those that go on now, in order.</summary>
    public IReadOnlyList<InboundTicket> Add(InboundTicket ticket)
    {
        var message = ticket.Message;
        var wait = message.MayQueue ? quiet(message) : TimeSpan.Zero;
        var sender = $"{ticket.Target}\n{message.Sender.Id}";
        if (wait == TimeSpan.Zero || message.Images.Count > 0 || message.Text.TrimStart() is ['/' or '!', ..])
            return _bySender.Remove(sender, out var before) ? [Joined(before), ticket] : [ticket];
        if (!_bySender.TryGetValue(sender, out var held))
            _bySender[sender] = held = new Held();
        held.Tickets.Add(ticket);
        held.DueAt = time.GetUtcNow() + wait;
        if (held.Tickets.Count < MaxJoined)
            return [];
        _bySender.Remove(sender);
        return [Joined(held)];
    }

    /// <summary>Those that are complete now.</summary>
    public IReadOnlyList<InboundTicket> Due()
    {
        if (_bySender.Count == 0)
            return [];
        var now = time.GetUtcNow();
        var ready = _bySender.Where(pair => pair.Value.DueAt <= now).ToList();
        foreach (var (sender, _) in ready)
            _bySender.Remove(sender);
        return [.. ready.Select(static pair => Joined(pair.Value))];
    }

    /// <summary>The last one speaks for all that have not ended meanwhile.</summary>
    private static InboundTicket Joined(Held held)
    {
        var open = held.Tickets.Where(static ticket => !ticket.IsEnded).ToList();
        var last = open.Count == 0 ? held.Tickets[^1] : open[^1];
        last.Join([.. open.SkipLast(1)]);
        return last;
    }

    private sealed class Held
    {
        public List<InboundTicket> Tickets { get; } = [];

        public DateTimeOffset DueAt { get; set; }
    }
}
