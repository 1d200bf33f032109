using System.Text;
using System.Text.Json;

namespace OpenClaw.Cli.Commands.Logs;

/// <summary>One line of the log file, read the way the file is written (spec 05 §7.1), by this program or by the original.</summary>
internal sealed record LogRecord(string? Time, string? Level, string? Subsystem, string? Module, string Message)
{
    /// <summary>Null when the line is not a log record.</summary>
    public static LogRecord? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? Read(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LogRecord Read(JsonElement root)
    {
        var meta = root.TryGetProperty("_meta", out var m) ? m : default;
        var name = Text(meta, "name");
        var (subsystem, module) = Names(name);
        var message = new StringBuilder();
        // Ten arguments are more than any log call has; a hole ends them.
        for (var i = 0; i < 10 && root.TryGetProperty(i.ToString(System.Globalization.CultureInfo.InvariantCulture), out var part); i++)
        {
            var text = part.ValueKind == JsonValueKind.String ? part.GetString()! : part.GetRawText();
            // The original repeats the binding in front of every message; it is the subsystem shown beside it.
            if (i == 0 && text == name)
                continue;
            message.Append(message.Length > 0 ? " " : "").Append(text);
        }
        return new LogRecord(Text(root, "time") ?? Text(meta, "date"), Text(meta, "logLevelName")?.ToLowerInvariant(), subsystem, module, message.ToString());
    }

    private static (string? Subsystem, string? Module) Names(string? name)
    {
        if (name is null || !name.StartsWith('{'))
            return (null, null);
        try
        {
            using var binding = JsonDocument.Parse(name);
            return (Text(binding.RootElement, "subsystem"), Text(binding.RootElement, "module"));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
