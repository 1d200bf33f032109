using System.Text;

namespace OpenClaw.Nodes.Execution;

/// <summary>What a command printed: the last 200,000 characters in all, and what nobody has fetched yet. Safe from any thread.</summary>
public sealed class OutputBuffer
{
    /// <summary>Characters kept, in all and unread.</summary>
    public const int MaxChars = 200_000;

    // Cut back in steps, not at every character.
    private const int Slack = 32 * 1024;

    private readonly Lock _gate = new();
    private readonly StringBuilder _kept = new();
    private readonly StringBuilder _pending = new();
    private long _total;

    /// <summary>Characters printed so far, the dropped ones included.</summary>
    public long Total
    {
        get
        {
            lock (_gate)
                return _total;
        }
    }

    /// <summary>Characters that are no longer kept.</summary>
    public long Dropped
    {
        get
        {
            lock (_gate)
                return Math.Max(0, _total - MaxChars);
        }
    }

    /// <summary>Everything kept.</summary>
    public string Text => Tail(MaxChars);

    /// <summary>Adds output.</summary>
    public void Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (_gate)
        {
            _total += text.Length;
            Cap(_kept.Append(text));
            Cap(_pending.Append(text));
        }
    }

    /// <summary>The last characters kept.</summary>
    public string Tail(int chars)
    {
        lock (_gate)
        {
            var from = Math.Max(0, _kept.Length - chars);
            if (from > 0 && from < _kept.Length && char.IsLowSurrogate(_kept[from]))
                from++;
            return _kept.ToString(from, _kept.Length - from);
        }
    }

    /// <summary>What came since the last call.</summary>
    public string TakePending()
    {
        lock (_gate)
        {
            var text = _pending.Length > MaxChars ? _pending.ToString(_pending.Length - MaxChars, MaxChars) : _pending.ToString();
            _pending.Clear();
            return text;
        }
    }

    private static void Cap(StringBuilder text)
    {
        if (text.Length > MaxChars + Slack)
            text.Remove(0, text.Length - MaxChars);
    }
}
