namespace OpenClaw.Cli.Invocation;

/// <summary>Whether a word is probably a misspelling of another.</summary>
internal static class Spelling
{
    /// <summary>At most two letters added, dropped, changed, or one pair swapped.</summary>
    public static bool IsNear(string typed, string meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 2 || typed.Length > 40)
            return false;
        var previous = Enumerable.Range(0, meant.Length + 1).ToArray();
        var beforeThat = previous;
        for (var i = 1; i <= typed.Length; i++)
        {
            var current = new int[meant.Length + 1];
            current[0] = i;
            for (var j = 1; j <= meant.Length; j++)
            {
                var same = typed[i - 1] == meant[j - 1];
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                    current[j] = Math.Min(current[j], beforeThat[j - 2] + 1);
            }
            (beforeThat, previous) = (previous, current);
        }
        return previous[^1] <= 2;
    }
}
