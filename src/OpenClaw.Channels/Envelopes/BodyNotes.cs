using System.Globalization;
using OpenClaw.Channels.Inbound;

namespace OpenClaw.Channels.Envelopes;

/// <summary>What a message refers to, written around its text for the model (spec 10 §3.7).</summary>
public static class BodyNotes
{
    private const string Unknown = "unknown sender";

    /// <summary>Follows the text: the message it answers, or the words of it that were marked. Empty when nothing of that is known.</summary>
    public static string Reply(InboundQuote? quote)
    {
        if (quote?.Body is not { Length: > 0 } body)
            return string.Empty;
        var sender = Envelope.OneLine(quote.SenderLabel) is { Length: > 0 } label ? label : Unknown;
        var head = quote.Id is { Length: > 0 } id ? $"{sender} id:{Envelope.OneLine(id)}" : sender;
        return quote.IsQuote
            ? $"\n\n[Quoting {head}]\n\"{body}\"\n[/Quoting]"
            : $"\n\n[Replying to {head}]\n{body}\n[/Replying]";
    }

    /// <summary>Goes before the text: where it was forwarded from. Empty when it was not.</summary>
    public static string Forward(InboundForward? forward)
    {
        if (forward is null)
            return string.Empty;
        var at = forward.Date is { } date
            ? DateTimeOffset.FromUnixTimeMilliseconds(date).ToString(" 'at' yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            : string.Empty;
        return $"[Forwarded from {Envelope.OneLine(forward.From)}{at}]\n";
    }
}
