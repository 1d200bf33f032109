namespace OpenClaw.Configuration.Model;

/// <summary><c>logging</c>.</summary>
public sealed record LoggingConfig
{
    /// <summary>Of the file.</summary>
    public string Level { get; init; } = "info";

    /// <summary>Absolute; null: a dated file in the log directory.</summary>
    public string? File { get; init; }

    /// <summary>Of the console.</summary>
    public string ConsoleLevel { get; init; } = "info";

    /// <summary><c>pretty</c>, <c>compact</c> or <c>json</c>; null: pretty on a terminal, else compact.</summary>
    public string? ConsoleStyle { get; init; }

    /// <summary><c>off</c> or <c>tools</c>.</summary>
    public string RedactSensitive { get; init; } = "tools";

    /// <summary>Replace the built-in patterns.</summary>
    public IReadOnlyList<string>? RedactPatterns { get; init; }

    private static LoggingConfig Defaults { get; } = new();

    internal static LoggingConfig Read(ConfigNode node) => new()
    {
        Level = node.Text("level") ?? Defaults.Level,
        File = node.Text("file"),
        ConsoleLevel = node.Text("consoleLevel") ?? Defaults.ConsoleLevel,
        ConsoleStyle = node.Text("consoleStyle"),
        RedactSensitive = node.Text("redactSensitive") ?? Defaults.RedactSensitive,
        RedactPatterns = node.Texts("redactPatterns"),
    };
}
