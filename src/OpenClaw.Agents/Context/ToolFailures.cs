using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Context;

/// <summary>Tool calls that failed in the summarised part: a summary easily forgets them, and then they are tried again.</summary>
internal static class ToolFailures
{
    private const int Most = 8;
    private const int MaxChars = 240;

    /// <summary>The section; empty when nothing failed.</summary>
    public static string ToText(IEnumerable<ModelMessage> messages)
    {
        var failed = messages.OfType<ModelMessage.ToolResult>().Where(static result => result.IsError).ToList();
        if (failed.Count == 0)
            return string.Empty;
        var lines = failed.Take(Most).Select(static result => $"- {result.ToolName}: {Line(result.Text)}").ToList();
        if (failed.Count > Most)
            lines.Add($"- … and {failed.Count - Most} more");
        return $"\n\n## Tool Failures\n{string.Join('\n', lines)}";
    }

    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxChars)
            return line.Length == 0 ? "failed without a message" : line;
        var end = char.IsHighSurrogate(line[MaxChars - 2]) ? MaxChars - 2 : MaxChars - 1;
        return line[..end] + "…";
    }
}
