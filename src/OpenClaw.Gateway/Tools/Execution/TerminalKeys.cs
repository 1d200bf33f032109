namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>What keys send on a terminal.</summary>
internal static class TerminalKeys
{
    private const string Escape = "\u001b";

    private static readonly Dictionary<string, string> s_named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Enter"] = "\r", ["Return"] = "\r", ["Tab"] = "\t", ["BTab"] = Escape + "[Z", ["Escape"] = Escape, ["Esc"] = Escape, ["Space"] = " ",
        ["Backspace"] = "\u007f", ["BSpace"] = "\u007f", ["Up"] = Escape + "[A", ["Down"] = Escape + "[B", ["Right"] = Escape + "[C", ["Left"] = Escape + "[D",
        ["Home"] = Escape + "[H", ["End"] = Escape + "[F", ["PageUp"] = Escape + "[5~", ["PPage"] = Escape + "[5~", ["PageDown"] = Escape + "[6~",
        ["NPage"] = Escape + "[6~", ["Insert"] = Escape + "[2~", ["IC"] = Escape + "[2~", ["Delete"] = Escape + "[3~", ["DC"] = Escape + "[3~",
        ["F1"] = Escape + "OP", ["F2"] = Escape + "OQ", ["F3"] = Escape + "OR", ["F4"] = Escape + "OS", ["F5"] = Escape + "[15~", ["F6"] = Escape + "[17~",
        ["F7"] = Escape + "[18~", ["F8"] = Escape + "[19~", ["F9"] = Escape + "[20~", ["F10"] = Escape + "[21~", ["F11"] = Escape + "[23~", ["F12"] = Escape + "[24~",
    };

    /// <summary>The characters of a key: a name, one character, <c>C-</c> or <c>^</c> for control, <c>M-</c> for meta; null when unknown.</summary>
    public static string? Of(string key)
    {
        if (s_named.TryGetValue(key, out var sequence))
            return sequence;
        if (key.Length > 2 && key.StartsWith("M-", StringComparison.OrdinalIgnoreCase))
            return Of(key[2..]) is { } rest ? Escape + rest : null;
        var control = key.Length == 3 && key.StartsWith("C-", StringComparison.OrdinalIgnoreCase) ? key[2]
            : key is ['^', var c] ? c
            : '\0';
        if (control == '\0')
            return key.Length == 1 ? key : null;
        return char.ToUpperInvariant(control) switch
        {
            '?' => "\u007f",
            ' ' or '@' => "\0",
            >= 'A' and <= '_' and var letter => ((char)(letter - '@')).ToString(),
            _ => null,
        };
    }
}
