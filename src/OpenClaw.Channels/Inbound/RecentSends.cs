namespace OpenClaw.Channels.Inbound;

/// <summary>
/// The last messages that each account sent. Platforms show an account what it sent itself, as if it had been written on another device;
/// such an echo must not be answered. Bounded; safe from any thread.
/// </summary>
/// <param name="time">Clock.</param>
public sealed class RecentSends(TimeProvider time)
{
    private const int MaxKept = 100;
    private const int MaxAccounts = 256;
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(24);
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Channel, string AccountId), LinkedList<Send>> _byAccount = [];

    /// <summary>Notes a part that was sent: <see cref="Outbound.OutboxParts.Sent"/>.</summary>
    public void Add(Outbound.OutboundPart part, Outbound.PartResult result)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(result);
        Add(part.Channel, part.AccountId, result.ChatId ?? part.ChatId, result.MessageId, part.Text);
    }

    /// <summary>Notes a message that was sent.</summary>
    public void Add(string channel, string accountId, string chatId, string? messageId, string text)
    {
        lock (_gate)
        {
            if (!_byAccount.TryGetValue((channel, accountId), out var sends))
            {
                if (_byAccount.Count >= MaxAccounts)
                    _byAccount.Clear();
                _byAccount[(channel, accountId)] = sends = [];
            }

            sends.AddLast(new Send(chatId, messageId, text.Trim(), time.GetUtcNow()));
            if (sends.Count > MaxKept)
                sends.RemoveFirst();
        }
    }

    /// <summary>
    /// True for a message of our own account that we sent: the same id, or the same text in the same chat, once for each time it was sent. What
    /// others write is never one, even if they repeat us word for word.
    /// </summary>
    public bool IsEcho(InboundEvent inbound)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        if (!inbound.FromMe)
            return false;
        lock (_gate)
        {
            if (!_byAccount.TryGetValue((inbound.Channel, inbound.AccountId), out var sends))
                return false;
            var oldest = time.GetUtcNow() - s_lifetime;
            for (var node = sends.Last; node is not null && node.Value.At >= oldest; node = node.Previous)
            {
                var sent = node.Value;
                if (sent.MessageId is { } id ? id != inbound.MessageId : sent.ChatId != inbound.ChatId || sent.Text.Length == 0 || sent.Text != inbound.Text.Trim())
                    continue;
                sends.Remove(node);
                return true;
            }

            return false;
        }
    }

    private sealed record Send(string ChatId, string? MessageId, string Text, DateTimeOffset At);
}
