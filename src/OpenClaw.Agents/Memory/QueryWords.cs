using System.Text;

namespace OpenClaw.Agents.Memory;

/// <summary>The words of a question, in any script.</summary>
internal static class QueryWords
{
    private const int MaxWords = 24;
    private const int ShortestPrefix = 4;

    /// <summary>Distinct words in lower case, in their order. Combining marks belong to their letter.</summary>
    public static IReadOnlyList<string> Of(string query)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in query.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetterOrDigit(rune) || (word.Length > 0 && Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                word.Append(rune.ToString());
                continue;
            }

            if (word.Length > 0)
                words.Add(word.ToString().ToLowerInvariant());
            word.Clear();
        }

        return [.. words.Distinct(StringComparer.Ordinal).Take(MaxWords)];
    }

    /// <summary>A word in the language of the index; longer ones also find words that begin with it.</summary>
    public static string Match(string word) => word.Length >= ShortestPrefix ? $"\"{word}\"*" : $"\"{word}\"";
}
