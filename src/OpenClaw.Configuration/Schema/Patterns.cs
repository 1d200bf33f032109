using System.Text.RegularExpressions;

namespace OpenClaw.Configuration.Schema;

/// <summary>Texts of a certain form.</summary>
internal static partial class Patterns
{
    public static TextShape Color { get; } = Shapes.Matching(ColorPattern(), "a colour such as #FF4500");

    public static TextShape Ipv4 { get; } = Shapes.Matching(Ipv4Pattern(), "an IPv4 address such as 192.168.1.10");

    [GeneratedRegex("^[a-z0-9-]+$")]
    public static partial Regex BrowserProfile();

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    public static partial Regex TelegramCommand();

    [GeneratedRegex("^#?[0-9a-fA-F]{6}$")]
    private static partial Regex ColorPattern();

    [GeneratedRegex(@"^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$")]
    private static partial Regex Ipv4Pattern();
}
