using System.Text;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>Reads the patch format of <c>apply_patch</c>. Strict: a patch that is not understood whole is refused whole.</summary>
internal sealed class PatchParser
{
    private const string Begin = "*** Begin Patch";
    private const string End = "*** End Patch";
    private const string AddFile = "*** Add File: ";
    private const string DeleteFile = "*** Delete File: ";
    private const string UpdateFile = "*** Update File: ";
    private const string MoveTo = "*** Move to: ";
    private const string EndOfFile = "*** End of File";

    private readonly string[] _lines;
    private int _at;

    private PatchParser(string[] lines) => _lines = lines;

    /// <summary>The changes in order, or what is wrong and where.</summary>
    public static (IReadOnlyList<PatchChange>? Changes, string? Problem) Parse(string input)
    {
        var lines = TextFile.Plain(input).Trim().Split('\n');
        if (lines[0].Trim() != Begin)
            return (null, $"the first line must be \"{Begin}\"");
        if (lines[^1].Trim() != End)
            return (null, $"the last line must be \"{End}\"");
        try
        {
            return (new PatchParser(lines[..^1]).Changes(), null);
        }
        catch (FormatException problem)
        {
            return (null, problem.Message);
        }
    }

    private List<PatchChange> Changes()
    {
        var changes = new List<PatchChange>();
        _at = 1;
        while (_at < _lines.Length)
        {
            var line = _lines[_at];
            if (Value(line, AddFile) is { } added)
                changes.Add(Added(added));
            else if (Value(line, DeleteFile) is { } deleted)
            {
                _at++;
                changes.Add(new PatchChange.Delete(deleted));
            }
            else if (Value(line, UpdateFile) is { } updated)
                changes.Add(Updated(updated));
            else
                throw Wrong("expected *** Add File, *** Delete File or *** Update File");
        }

        return changes.Count > 0 ? changes : throw new FormatException("the patch changes no file");
    }

    private PatchChange.Add Added(string path)
    {
        var content = new StringBuilder();
        for (_at++; _at < _lines.Length && !IsHeader(_lines[_at]); _at++)
        {
            if (_lines[_at] is not ['+', ..])
                throw Wrong($"lines of the new file {path} begin with \"+\"");
            content.Append(_lines[_at].AsSpan(1)).Append('\n');
        }

        return new PatchChange.Add(path, content.ToString());
    }

    private PatchChange.Update Updated(string path)
    {
        _at++;
        string? target = null;
        if (_at < _lines.Length && Value(_lines[_at], MoveTo) is { } moved)
        {
            target = moved;
            _at++;
        }

        var hunks = new List<PatchHunk>();
        while (_at < _lines.Length && !IsHeader(_lines[_at]))
            hunks.Add(Hunk(first: hunks.Count == 0));
        if (hunks.Count == 0 && target is null)
            throw Wrong($"the update of {path} has no lines");
        return new PatchChange.Update(path, target, hunks);
    }

    private PatchHunk Hunk(bool first)
    {
        string? anchor = null;
        if (_lines[_at].StartsWith("@@", StringComparison.Ordinal))
        {
            anchor = _lines[_at][2..].Trim() is { Length: > 0 } text ? text : null;
            _at++;
        }
        else if (!first)
        {
            throw Wrong("a further passage begins with \"@@\"");
        }

        var start = _at + 1;
        var (old, now) = (new List<string>(), new List<string>());
        for (; _at < _lines.Length && !IsHeader(_lines[_at]) && !_lines[_at].StartsWith("@@", StringComparison.Ordinal); _at++)
        {
            var line = _lines[_at];
            if (line == EndOfFile)
            {
                _at++;
                return Checked(new PatchHunk(anchor, old, now, AtEnd: true, start));
            }

            if (line.Length == 0 || line[0] is ' ' or '-')
                old.Add(line.Length == 0 ? string.Empty : line[1..]);
            if (line.Length == 0 || line[0] is ' ' or '+')
                now.Add(line.Length == 0 ? string.Empty : line[1..]);
            if (line.Length > 0 && line[0] is not (' ' or '-' or '+'))
                throw Wrong("lines of a passage begin with a blank, \"-\" or \"+\"");
        }

        return Checked(new PatchHunk(anchor, old, now, AtEnd: false, start));
    }

    private static PatchHunk Checked(PatchHunk hunk) =>
        hunk.Old.Count + hunk.New.Count > 0 ? hunk : throw new FormatException($"line {hunk.Line} of the patch: the passage is empty");

    private static bool IsHeader(string line) =>
        Value(line, AddFile) is not null || Value(line, DeleteFile) is not null || Value(line, UpdateFile) is not null;

    private static string? Value(string line, string prefix) =>
        line.StartsWith(prefix, StringComparison.Ordinal) && line[prefix.Length..].Trim() is { Length: > 0 } value ? value : null;

    private FormatException Wrong(string what) =>
        new($"line {_at + 1} of the patch: {what}" + (_at < _lines.Length ? $" (found \"{Cut(_lines[_at])}\")" : string.Empty));

    private static string Cut(string line) => line.Length > 80 ? line[..80] + "…" : line;
}
