namespace OpenClaw.Agents.Identity;

/// <summary>IDENTITY.md of a workspace: the lines <c>- Name: value</c> in it.</summary>
public static class IdentityDocument
{
    /// <summary>Its name in a workspace.</summary>
    public const string FileName = "IDENTITY.md";

    private const long MaxBytes = 64 * 1024;

    /// <summary>What is filled in, by name in any case; empty when there is no such file or it is larger than 64 KiB.</summary>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var info = new FileInfo(path);
        if (!info.Exists || info.Length > MaxBytes)
            return values;
        foreach (var line in File.ReadLines(info.FullName))
        {
            var text = line.TrimStart('-', ' ', '*').Replace("**", string.Empty, StringComparison.Ordinal);
            var cut = text.IndexOf(':');
            if (cut <= 0)
                continue;
            var value = text[(cut + 1)..].Trim().Trim('*', '_');

            // A template's hints stand in parentheses or brackets until somebody fills them in.
            if (value.Length > 0 && value[0] is not ('(' or '[' or '<'))
                values.TryAdd(text[..cut].Trim(), value);
        }

        return values;
    }
}
