using System.Globalization;
using System.Text;

namespace OpenClaw.Agents.Queues;

/// <summary>What the model reads of messages that waited.</summary>
internal static class QueueText
{
    private const int MaxDigest = 160;
    private const int MaxDigests = 50;

    /// <summary>One message stands for itself; several get a title and numbers. Dropped ones come first, a line each.</summary>
    public static string Of(IReadOnlyList<string> texts, IReadOnlyList<string> dropped)
    {
        var text = new StringBuilder();
        if (dropped.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{dropped.Count} earlier {(dropped.Count == 1 ? "message was" : "messages were")} left out because too many were waiting]\n");
            foreach (var line in dropped.TakeLast(MaxDigests))
                text.Append("- ").Append(Digest(line)).Append('\n');
            text.Append('\n');
        }

        if (texts.Count == 1)
            return text.Append(texts[0]).ToString();
        text.Append("[Messages queued while busy]");
        for (var i = 0; i < texts.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"\n\n---\nQueued #{i + 1}\n").Append(texts[i]);
        return text.ToString();
    }

    private static string Digest(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxDigest)
            return line;
        var cut = char.IsHighSurrogate(line[MaxDigest - 2]) ? MaxDigest - 2 : MaxDigest - 1;
        return line[..cut] + "…";
    }
}
