namespace OpenClaw.Channels.Inbound.Gating;

/// <summary>Commands as people write them on platforms with bots: <c>/status@ourbot now</c>.</summary>
internal static class CommandText
{
    private const string Activation = "/activation";

    /// <summary>The text without our own handle behind the command; null: the command is another bot's.</summary>
    public static string? Own(string text, string? ownName)
    {
        var trimmed = text.TrimStart();
        if (trimmed.Length < 2 || trimmed[0] != '/')
            return text;
        var end = 1;
        while (end < trimmed.Length && (char.IsAsciiLetterOrDigit(trimmed[end]) || trimmed[end] is '_' or '-'))
            end++;
        if (end == 1 || end >= trimmed.Length || trimmed[end] != '@')
            return text;
        var start = end + 1;
        var after = start;
        while (after < trimmed.Length && (char.IsAsciiLetterOrDigit(trimmed[after]) || trimmed[after] == '_'))
            after++;
        if (after == start)
            return text;
        return ownName is null || trimmed[start..after].Equals(ownName, StringComparison.OrdinalIgnoreCase)
            ? string.Concat(trimmed.AsSpan(0, end), trimmed.AsSpan(after))
            : null;
    }

    /// <summary>True for <c>/activation</c>, with or without its argument.</summary>
    public static bool IsActivation(string text)
    {
        var trimmed = text.TrimStart();
        return trimmed.StartsWith(Activation, StringComparison.OrdinalIgnoreCase)
            && (trimmed.Length == Activation.Length || trimmed[Activation.Length] == ':' || char.IsWhiteSpace(trimmed[Activation.Length]));
    }
}
