using System.Text;

namespace OpenClaw.Channels.Envelopes;

/// <summary>The line in front of what somebody wrote: which channel, who or where, when (spec 10 §3.7).</summary>
public sealed record Envelope
{
    /// <summary>Name of the channel, e.g. <c>Telegram</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Conversation label or id; null: not said.</summary>
    public string? From { get; init; }

    /// <summary>When it was written; null: not known.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When the session was last used; null: not known.</summary>
    public DateTimeOffset? Previous { get; init; }

    /// <summary>Who wrote it in a group; null in direct chats.</summary>
    public string? Sender { get; init; }

    /// <summary>The envelope with its content.</summary>
    /// <param name="body">What was written.</param>
    /// <param name="settings">What it says about time.</param>
    /// <param name="host">Time zone of the host.</param>
    public string Around(string body, EnvelopeSettings settings, TimeZoneInfo host)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var line = new StringBuilder("[").Append(OneLine(Channel));
        if (OneLine(From) is { Length: > 0 } from)
            line.Append(' ').Append(from);
        if (settings.Elapsed && Timestamp is { } now && Previous is { } before && now >= before)
            line.Append(" +").Append(EnvelopeTime.Elapsed(now - before));
        if (settings.Timestamp && Timestamp is { } time)
            line.Append(' ').Append(EnvelopeTime.Format(time, settings, host));
        line.Append("] ");
        if (OneLine(Sender) is { Length: > 0 } sender)
            line.Append(sender).Append(": ");
        return line.Append(body).ToString();
    }

    /// <summary>
    /// Names are chosen by strangers: a line end or a square bracket in one would let it look like an envelope or a note of the system.
    /// </summary>
    internal static string OneLine(string? name)
    {
        if (name is null)
            return string.Empty;
        var clean = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            _ = c switch
            {
                '[' => clean.Append('('),
                ']' => clean.Append(')'),
                '\u2028' or '\u2029' => clean.Append(' '),
                _ when char.IsControl(c) => clean.Append(' '),
                _ => clean.Append(c),
            };
        }

        return clean.ToString().Trim();
    }
}
