using System.Text.RegularExpressions;

namespace OpenClaw.Channels.Formatting;

/// <summary>
/// Finds addresses that stand in a text as they are. Only with their scheme: <c>README.md</c> and <c>main.rs</c> are file names, not hosts (spec 10
/// §5.5).
/// </summary>
internal static partial class BareLinks
{
    /// <summary>The text with its bare addresses as links. Code, and what is a link already, is left alone.</summary>
    public static FormattedText Find(FormattedText text)
    {
        if (!text.Text.Contains("://", StringComparison.Ordinal))
            return text;
        var edges = text.Styles.SelectMany(static s => new[] { s.Start, s.End }).Concat(text.Links.Select(static l => l.Start)).Order().ToArray();
        var taken = text.Styles.Where(static s => s.Style is TextStyle.Code or TextStyle.CodeBlock).Select(static s => (s.Start, s.End))
            .Concat(text.Links.Select(static l => (l.Start, l.End))).OrderBy(static t => t.Start).ToArray();
        var found = new List<LinkSpan>();
        var passed = 0;
        foreach (Match match in Address().Matches(text.Text))
        {
            var start = match.Index;
            while (passed < taken.Length && taken[passed].End <= start)
                passed++;
            if (passed < taken.Length && taken[passed].Start <= start)
                continue;

            // An address ends where another look begins.
            var edge = Array.BinarySearch(edges, start + 1) is var at && at >= 0 ? start + 1 : edges.ElementAtOrDefault(~at);
            var end = edge > start ? Math.Min(edge, start + match.Length) : start + match.Length;
            var address = text.Text[start..(start + Trimmed(text.Text.AsSpan(start, end - start)))];
            if (address.Length > address.IndexOf("://", StringComparison.Ordinal) + 3 && address.Contains("://", StringComparison.Ordinal)
                && LinkTargets.Accept(address) is { } url)
                found.Add(new LinkSpan(start, start + address.Length, url));
        }

        return found.Count == 0 ? text : text with { Links = [.. text.Links.Concat(found).OrderBy(static l => l.Start)] };
    }

    /// <summary>Without the punctuation of the sentence around it; a bracket stays when it was opened inside.</summary>
    private static int Trimmed(ReadOnlySpan<char> address)
    {
        var end = address.Length;
        for (; end > 0; end--)
        {
            var last = address[end - 1];
            if (last == ')' && address[..end].Count('(') >= address[..end].Count(')'))
                return end;
            if (last is not (')' or ']' or '}' or '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '~' or '|' or '…' or '’' or '”' or '»'))
                return end;
        }

        return end;
    }

    [GeneratedRegex(@"(?<![a-z0-9])https?://[^\s<>""`\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF1F]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
