using System.Buffers;

namespace OpenClaw.Configuration.Redaction;

/// <summary>
/// Takes secrets out of a text that is not JSON5, so that there is no telling keys from values. Hides too much rather than too
/// little, in one pass.
/// </summary>
internal static class BrokenTextRedaction
{
    private static readonly SearchValues<string> s_smells =
        SearchValues.Create(["token", "pass", "secret", "key", "auth", "cred", "header"], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Of every line with a word that smells of a secret, what follows the first colon behind it is replaced. When that is nothing, the
    /// value may stand on the lines below, and the rest of the text goes.
    /// </summary>
    public static string Apply(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan();
            var word = line.IndexOfAny(s_smells);
            if (word < 0)
                continue;
            var colon = line[word..].IndexOf(':');
            var value = colon < 0 ? [] : line[(word + colon + 1)..].Trim();
            var shown = colon < 0 ? line[..word] : line[..(word + colon + 1)];
            lines[i] = $"{shown}\"{SecretRedaction.Placeholder}\"";
            if (value.IsEmpty || value[0] is '{' or '[' || value[^1] is '\\' or ':')
                return string.Join('\n', lines[..(i + 1)]);
        }
        return string.Join('\n', lines);
    }
}
