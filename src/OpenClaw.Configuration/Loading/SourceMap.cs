using OpenClaw.Configuration.Json5;

namespace OpenClaw.Configuration.Loading;

/// <summary>Finds the file, line and column of a config path, through includes.</summary>
internal sealed class SourceMap(string file, Json5Document document)
{
    private readonly List<(string[] Prefix, string File, Json5Document Document)> _sites = [([], file, document)];

    /// <summary>Every file that has been read, in reading order.</summary>
    public IReadOnlyList<string> Files => [.. _sites.Select(s => s.File).Distinct()];

    /// <summary>Notes that a file's content stands at a path.</summary>
    public void Include(IEnumerable<string> prefix, string includedFile, Json5Document includedDocument) =>
        _sites.Add(([.. prefix], includedFile, includedDocument));

    /// <summary>The issue with its place: where the whole path exists, or else the deepest part of it in the main file.</summary>
    public ConfigIssue Locate(ConfigIssue issue, IReadOnlyList<string> subject)
    {
        // A later include wins over an earlier one, and the including file over both, as in the merge itself.
        var site = _sites.Take(1).Concat(_sites.Skip(1).Reverse()).FirstOrDefault(s => Has(s, subject));
        if (site.Document is null)
            site = _sites[0];
        var (line, column) = site.Document.Locate(subject.Skip(site.Prefix.Length));
        return issue with { File = site.File, Line = line, Column = column };
    }

    private static bool Has((string[] Prefix, string File, Json5Document Document) site, IReadOnlyList<string> path)
    {
        if (path.Count < site.Prefix.Length || !site.Prefix.SequenceEqual(path.Take(site.Prefix.Length)))
            return false;
        var node = site.Document.Root;
        foreach (var segment in path.Skip(site.Prefix.Length))
        {
            var next = node.Kind == Json5Kind.Array
                ? int.TryParse(segment, out var index) && index >= 0 && index < node.Entries.Count ? node.Entries[index].Value : null
                : node.Member(segment)?.Value;
            if (next is null)
                return false;
            node = next;
        }
        return true;
    }
}
