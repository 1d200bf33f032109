using System.Globalization;

namespace OpenClaw.Configuration;

/// <summary>One thing that is wrong with (or worth saying about) a config file.</summary>
/// <param name="Path">Dot-joined path as on the wire; empty for the root.</param>
/// <param name="Message">Wire wording, which existing clients show and compare (spec 02 §9).</param>
public sealed record ConfigIssue(string Path, string Message)
{
    /// <summary>Path of the offending value or key itself, when <see cref="Path"/> names its parent.</summary>
    public string? Subject { get; init; }

    /// <summary>Wording for a person: what the value must be, or what to do. Falls back to <see cref="Message"/>.</summary>
    public string? Explanation { get; init; }

    /// <summary>The file the value stands in, which may be an included one.</summary>
    public string? File { get; init; }

    /// <summary>Line in <see cref="File"/>, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Column in <see cref="File"/>, from 1.</summary>
    public int? Column { get; init; }

    /// <summary><c>openclaw.json:14:7 gateway.port: must be an integer between 1 and 65535</c>.</summary>
    public override string ToString()
    {
        var file = File is null ? "" : System.IO.Path.GetFileName(File);
        var place = Line is null ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}:{Column}");
        var subject = Subject ?? Path;
        var text = Explanation ?? Message;
        return string.Concat(place, place.Length > 0 ? " " : "", subject.Length > 0 ? subject + ": " : "", text);
    }
}
