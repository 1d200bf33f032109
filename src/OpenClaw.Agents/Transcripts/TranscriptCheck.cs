namespace OpenClaw.Agents.Transcripts;

/// <summary>Looks for damage in the transcripts of a folder; changes nothing.</summary>
public static class TranscriptCheck
{
    private const int MostLines = 20;

    /// <summary>One line per transcript that has damaged lines, for people.</summary>
    public static IReadOnlyList<string> Problems(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var problems = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var lines = TranscriptReader.Read(file).DamagedLines;
            if (lines.Count > 0)
                problems.Add($"{file}: {(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines.Take(MostLines))}{(lines.Count > MostLines ? " …" : "")} cannot be read and are passed over");
        }

        return problems;
    }
}
