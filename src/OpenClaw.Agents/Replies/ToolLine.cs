using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Replies;

/// <summary>The line by which a conversation is told of a tool at verbose levels <c>on</c> and <c>full</c> (spec 08 §18).</summary>
public static class ToolLine
{
    private const int MaxOutput = 2000;

    /// <summary>Name and digest; at level full what came out as well.</summary>
    public static string Of(string tool, string? digest, ToolResult result, bool withOutput)
    {
        ArgumentNullException.ThrowIfNull(result);
        var line = digest is { Length: > 0 } ? $"🔧 {tool}: {digest}" : $"🔧 {tool}";
        var output = withOutput ? string.Concat(result.Content.OfType<ContentPart.Text>().Select(static part => part.Value)).Trim() : string.Empty;
        if (output.Length == 0)
            return line;
        var fence = output.Contains("```", StringComparison.Ordinal) ? "~~~" : "```";
        return $"{line}\n{fence}\n{(output.Length > MaxOutput ? Cut(output) : output)}\n{fence}";
    }

    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[MaxOutput - 1]) ? MaxOutput - 1 : MaxOutput)] + "…";
}
