using System.Globalization;
using System.Text;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>What changed between two texts, for people: the changed lines with numbers and some lines around them.</summary>
internal static class LineDiff
{
    private const int Around = 4;
    private const int MaxLines = 400;

    /// <summary>The lines, each with <c>-</c>, <c>+</c> or a blank before its number; and the first changed line, counted from 1.</summary>
    public static (string Text, int FirstChanged) Of(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
            head++;
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;
        var diff = new StringBuilder();
        var width = Math.Max(old.Length, now.Length).ToString(CultureInfo.InvariantCulture).Length;
        var shown = 0;
        void Line(char sign, string[] lines, int index)
        {
            if (++shown <= MaxLines)
                diff.Append(sign).Append((index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width)).Append(' ').Append(lines[index]).Append('\n');
        }

        for (var i = Math.Max(0, head - Around); i < head; i++)
            Line(' ', old, i);
        for (var i = head; i < old.Length - tail; i++)
            Line('-', old, i);
        for (var i = head; i < now.Length - tail; i++)
            Line('+', now, i);
        for (var i = now.Length - tail; i < Math.Min(now.Length, now.Length - tail + Around); i++)
            Line(' ', now, i);
        if (shown > MaxLines)
            diff.Append(CultureInfo.InvariantCulture, $"... {shown - MaxLines} more lines\n");
        return (diff.ToString().TrimEnd('\n'), head + 1);
    }
}
