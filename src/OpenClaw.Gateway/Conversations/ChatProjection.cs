namespace OpenClaw.Gateway.Conversations;

/// <summary>What a run's listeners on <c>chat</c> have been told so far.</summary>
internal sealed class ChatProjection
{
    private readonly Lock _gate = new();
    private ReadOnlyMemory<char> _sent;
    private long? _sentAt;
    private bool _closed;

    /// <summary>
    /// The delta to send now, or null when the last one is too recent or the chat is closed. What is skipped is part of the next delta,
    /// or of the final message.
    /// </summary>
    public (string Text, bool Replace)? Next(ReadOnlyMemory<char> text, TimeProvider time, TimeSpan interval)
    {
        lock (_gate)
        {
            if (_closed || (_sentAt is { } last && time.GetElapsedTime(last) < interval))
                return null;
            var follows = text.Span.StartsWith(_sent.Span);
            var delta = follows ? text[_sent.Length..] : text;
            _sent = text;
            _sentAt = time.GetTimestamp();
            return (delta.ToString(), !follows);
        }
    }

    /// <summary>True for the first caller: it sends the last event.</summary>
    public bool TryClose()
    {
        lock (_gate)
        {
            if (_closed)
                return false;
            _closed = true;
            return true;
        }
    }
}
