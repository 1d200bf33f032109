using System.Text;

namespace OpenClaw.Configuration.Json5;

/// <summary>Replaces the characters from <paramref name="Start"/> up to <paramref name="End"/>; with both equal it inserts.</summary>
internal readonly record struct TextEdit(int Start, int End, string Text)
{
    /// <summary>Applies edits that do not overlap. Of two at the same place the insertion comes first, and insertions keep their order.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length + 64);
        var position = 0;
        foreach (var edit in edits.OrderBy(e => e.Start).ThenBy(e => e.End == e.Start ? 0 : 1))
        {
            result.Append(text, position, edit.Start - position).Append(edit.Text);
            position = edit.End;
        }
        return result.Append(text, position, text.Length - position).ToString();
    }
}
