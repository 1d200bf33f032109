namespace OpenClaw.Agents.Memory;

/// <summary>Cuts a file into pieces of whole lines that share some lines with their neighbours (spec 09 §11).</summary>
internal static class MemoryChunks
{
    private const int CharactersPerToken = 4;

    /// <summary>The pieces, in order. A line longer than a piece is cut; pieces without any word are left out.</summary>
    public static IEnumerable<MemoryChunk> Of(string text, int tokens, int overlap)
    {
        var most = Math.Max(32, tokens * CharactersPerToken);
        var shared = Math.Clamp(overlap * CharactersPerToken, 0, most / 2);
        var lines = new List<(int Number, string Text)>();
        var (size, number, fresh) = (0, 0, false);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            foreach (var part in Parts(line, most))
            {
                if (fresh && size + part.Length + 1 > most)
                {
                    yield return Chunk(lines);
                    Keep(lines, Math.Min(shared, most - part.Length - 1));
                    size = lines.Sum(static kept => kept.Text.Length + 1);
                }

                lines.Add((number, part));
                size += part.Length + 1;
                fresh = true;
            }
        }

        if (fresh && Chunk(lines) is { Text: var last } chunk && last.Any(char.IsLetterOrDigit))
            yield return chunk;
    }

    private static IEnumerable<string> Parts(string line, int most)
    {
        for (var at = 0; at == 0 || at < line.Length;)
        {
            var end = Math.Min(line.Length, at + most - 1);
            if (end < line.Length && char.IsHighSurrogate(line[end - 1]))
                end--;
            yield return line[at..end];
            at = Math.Max(end, 1);
        }
    }

    /// <summary>The last lines that fit into the room.</summary>
    private static void Keep(List<(int Number, string Text)> lines, int room)
    {
        var from = lines.Count;
        while (from > 0 && (room -= lines[from - 1].Text.Length + 1) >= 0)
            from--;
        lines.RemoveRange(0, from);
    }

    private static MemoryChunk Chunk(List<(int Number, string Text)> lines) =>
        new(lines[0].Number, lines[^1].Number, string.Join('\n', lines.Select(static line => line.Text)));
}
