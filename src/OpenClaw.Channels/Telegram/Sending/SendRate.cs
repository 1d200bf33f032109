namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>
/// Keeps sends below what Telegram allows a bot (spec 10 §5.9): 30 a second in all, one a second per chat, 20 a minute per group. Asking first
/// costs less than being refused. Safe from any thread.
/// </summary>
internal sealed class SendRate(TimeProvider time)
{
    private const int GlobalPerSecond = 30;
    private const int GroupPerMinute = 20;
    private const int MaxChats = 4096;
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _recent = new();
    private readonly Dictionary<string, Chat> _chats = new(StringComparer.Ordinal);

    /// <summary>
    /// Waits for the chat's turn. When that is far off nothing is waited for and no turn is taken: the result says how far, and whoever
    /// sends comes back then.
    /// </summary>
    public async Task<TimeSpan?> WaitAsync(string chatId, CancellationToken ct)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var at = Next(chatId, now);
            wait = at - now;
            if (wait > s_patience)
                return wait;
            Take(chatId, at);
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, ct).ConfigureAwait(false);
        return null;
    }

    /// <summary>Telegram asked to wait with this chat.</summary>
    public void Block(string chatId, TimeSpan wait)
    {
        lock (_gate)
            ChatOf(chatId).BlockedUntil = time.GetUtcNow() + wait;
    }

    private DateTimeOffset Next(string chatId, DateTimeOffset now)
    {
        while (_recent.TryPeek(out var old) && now - old >= s_second)
            _recent.Dequeue();
        var chat = ChatOf(chatId);
        var at = Latest(Latest(now, chat.BlockedUntil), chat.Last + s_second);
        if (_recent.Count >= GlobalPerSecond)
            at = Latest(at, _recent.ElementAt(_recent.Count - GlobalPerSecond) + s_second);
        while (chat.Minute.TryPeek(out var old) && at - old >= s_minute)
            chat.Minute.Dequeue();
        return chat.Minute.Count < GroupPerMinute ? at : Latest(at, chat.Minute.ElementAt(chat.Minute.Count - GroupPerMinute) + s_minute);
    }

    private void Take(string chatId, DateTimeOffset at)
    {
        var chat = ChatOf(chatId);
        chat.Last = at;
        _recent.Enqueue(at);
        if (chatId.StartsWith('-'))
            chat.Minute.Enqueue(at);
    }

    private Chat ChatOf(string chatId)
    {
        if (_chats.TryGetValue(chatId, out var chat))
            return chat;
        if (_chats.Count >= MaxChats)
        {
            var idle = time.GetUtcNow() - s_minute;
            foreach (var gone in _chats.Where(c => c.Value.Last < idle && c.Value.BlockedUntil < idle).Select(static c => c.Key).ToList())
                _chats.Remove(gone);
        }

        return _chats[chatId] = new Chat();
    }

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class Chat
    {
        public DateTimeOffset Last { get; set; }

        public DateTimeOffset BlockedUntil { get; set; }

        public Queue<DateTimeOffset> Minute { get; } = new();
    }
}
