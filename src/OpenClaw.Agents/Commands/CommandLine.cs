namespace OpenClaw.Agents.Commands;

/// <summary>A message that begins like a command: <c>/name arguments</c>, <c>/name: arguments</c>, <c>/name@bot arguments</c>.</summary>
/// <param name="Name">Lower case, without slash and bot name.</param>
/// <param name="Arguments">The rest of the first line, trimmed.</param>
/// <param name="More">The lines after the first, trimmed.</param>
public sealed record CommandLine(string Name, string Arguments, string More)
{
    private const int MaxName = 32;
    private const string Bash = "bash";

    /// <summary>All that stands behind the name.</summary>
    public string Everything => More.Length == 0 ? Arguments : $"{Arguments}\n{More}".Trim();

    /// <summary>Null when the message does not begin like a command, or names another bot.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="botName">Own name on the channel; null: any bot name is accepted.</param>
    public static CommandLine? Parse(string message, string? botName = null)
    {
        var text = message.Trim();
        var cut = text.IndexOf('\n');
        var first = cut < 0 ? text : text[..cut].TrimEnd();
        var more = cut < 0 ? string.Empty : text[(cut + 1)..].Trim();
        if (first.Length > 1 && first[0] == '!' && first[1] is ' ' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '/' or '.')
            return new CommandLine(Bash, first[1..].Trim(), more);
        if (first.Length < 2 || first[0] != '/')
            return null;
        var end = 1;
        while (end < first.Length && (char.IsAsciiLetterOrDigit(first[end]) || first[end] is '_' or '-'))
            end++;
        var name = first[1..end].ToLowerInvariant();
        if (end < first.Length && first[end] == '@')
        {
            var start = ++end;
            while (end < first.Length && (char.IsAsciiLetterOrDigit(first[end]) || first[end] == '_'))
                end++;
            if (botName is not null && !first[start..end].Equals(botName, StringComparison.OrdinalIgnoreCase))
                return null;
        }

        if (end < first.Length && first[end] == ':')
            end++;
        else if (end < first.Length && !char.IsWhiteSpace(first[end]))
            return null;
        return name.Length is 0 or > MaxName ? null : new CommandLine(name, first[end..].Trim(), more);
    }
}
