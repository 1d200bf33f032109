using System.Text;

namespace OpenClaw.Agents.Tools.Web.Pages;

/// <summary>Tidies text for reading.</summary>
internal static class TextLines
{
    /// <summary>No blanks at line ends, one empty line at most, none at either end.</summary>
    public static string Tidy(string text)
    {
        var result = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var kept = line.TrimEnd();
            if (kept.IsEmpty)
            {
                empty++;
                continue;
            }

            if (result.Length > 0)
                result.Append(empty > 0 ? "\n\n" : "\n");
            result.Append(kept);
            empty = 0;
        }

        return result.ToString();
    }
}
