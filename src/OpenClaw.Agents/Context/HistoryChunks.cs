using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Context;

/// <summary>Cuts a long history into pieces that one model call can summarise (spec 08 §13.1, safeguard).</summary>
internal static class HistoryChunks
{
    private const double UsualRatio = 0.4;
    private const double LeastRatio = 0.15;

    // The estimate of four characters a token is low for code and for many languages.
    private const double Margin = 1.2;

    // From here on single messages are a large part of a piece, and pieces are made smaller so that they still fit.
    private const double LargeMessage = 0.1;

    /// <summary>Tokens of one piece.</summary>
    public static long Size(IReadOnlyList<ModelMessage> messages, long window)
    {
        if (messages.Count == 0)
            return window;
        var average = TokenEstimate.Of(messages) * Margin / messages.Count / window;
        var ratio = average <= LargeMessage ? UsualRatio : Math.Max(LeastRatio, UsualRatio - Math.Min(average * 2, UsualRatio - LeastRatio));
        return Math.Max(1, (long)(window * ratio / Margin));
    }

    /// <summary>The history in pieces of at most so many tokens; a single larger message is a piece of its own.</summary>
    public static IEnumerable<IReadOnlyList<ModelMessage>> Split(IReadOnlyList<ModelMessage> messages, long size)
    {
        var piece = new List<ModelMessage>();
        var tokens = 0L;
        foreach (var message in messages)
        {
            var own = TokenEstimate.Of(message);
            if (piece.Count > 0 && tokens + own > size)
            {
                yield return piece;
                (piece, tokens) = ([], 0);
            }

            piece.Add(message);
            tokens += own;
        }

        if (piece.Count > 0)
            yield return piece;
    }
}
