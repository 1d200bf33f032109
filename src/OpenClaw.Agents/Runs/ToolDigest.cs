using System.Text.Json;

namespace OpenClaw.Agents.Runs;

/// <summary>A few words for people about what a tool was asked to do: the command, the path, <c>add · reminder</c>.</summary>
internal static class ToolDigest
{
    private const int MaxChars = 160;

    private static readonly string[] s_subjects = ["command", "path", "file_path", "url", "query", "name", "id", "jobId", "sessionId", "sessionKey", "to", "node", "label", "task"];

    public static string? Of(JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
            return null;
        var subject = s_subjects.Select(name => Text(arguments, name)).FirstOrDefault(static text => text is not null);
        var action = Text(arguments, "action");
        return (action, subject) switch
        {
            (null, null) => null,
            (null, _) => subject,
            (_, null) => action,
            _ => $"{action} · {subject}",
        };
    }

    private static string? Text(JsonElement arguments, string name)
    {
        if (!arguments.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        var line = value.GetString()!.Trim();
        if (line.IndexOfAny(['\r', '\n']) is var end and >= 0)
            line = line[..end].TrimEnd() + "…";
        if (line.Length > MaxChars)
            line = line[..MaxChars] + "…";
        return line.Length == 0 ? null : line;
    }
}
