using System.Text;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>
/// A text in which differences that models cannot see are gone: blanks at line ends, typographic quotes and dashes, hard spaces.
/// Every place in it leads back to the original text.
/// </summary>
internal sealed class LooseText
{
    private readonly int[] _origin;

    public LooseText(string original)
    {
        var text = new StringBuilder(original.Length);
        var origin = new List<int>(original.Length + 1);
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (c is ' ' or '\t' or '\u00A0' && IsTrailing(original, i))
                continue;
            text.Append(Fold(c));
            origin.Add(i);
        }

        origin.Add(original.Length);
        Text = text.ToString();
        _origin = [.. origin];
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Where a place of <see cref="Text"/> is in the original.</summary>
    public int Origin(int index) => _origin[index];

    /// <summary>One character without typography.</summary>
    public static char Fold(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '\u00A0' or >= '\u2002' and <= '\u200A' or '\u202F' or '\u205F' or '\u3000' => ' ',
        _ => c,
    };

    private static bool IsTrailing(string text, int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t' or '\u00A0')
            index++;
        return index == text.Length || text[index] == '\n';
    }
}
