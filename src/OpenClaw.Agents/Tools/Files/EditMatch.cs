namespace OpenClaw.Agents.Tools.Files;

/// <summary>Finds the one place an edit means.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Loose">True when only a tolerant comparison found it.</param>
internal readonly record struct EditMatch(int Start, int Length, bool Loose)
{
    /// <summary>The place of <paramref name="wanted"/> in <paramref name="text"/>, or why there is not exactly one.</summary>
    public static (EditMatch? Match, string? Problem) Find(string text, string wanted)
    {
        var (at, count) = Count(text, wanted);
        if (count == 1)
            return (new EditMatch(at, wanted.Length, Loose: false), null);
        if (count > 1)
            return (null, $"oldText occurs {count} times; give more of the surrounding lines so that it occurs once");
        var loose = new LooseText(text);
        var folded = new LooseText(wanted).Text;
        if (folded.Trim().Length == 0)
            return (null, "oldText was not found; it must match the file including line ends and indentation");
        (at, count) = Count(loose.Text, folded);
        if (count > 1)
            return (null, $"oldText does not occur exactly, and {count} places are similar; give more of the surrounding lines");
        if (count == 0)
            return (null, "oldText was not found; it must match the file including line ends and indentation");
        var start = loose.Origin(at);
        // The last character's end, so that blanks which follow it stay unless the match goes on behind them.
        var end = loose.Origin(at + folded.Length - 1) + 1;
        return (new EditMatch(start, end - start, Loose: true), null);
    }

    private static (int First, int Count) Count(string text, string wanted)
    {
        var first = text.IndexOf(wanted, StringComparison.Ordinal);
        var count = 0;
        for (var at = first; at >= 0 && count < 1000; at = at + 1 < text.Length ? text.IndexOf(wanted, at + 1, StringComparison.Ordinal) : -1)
            count++;
        return (first, count);
    }
}
