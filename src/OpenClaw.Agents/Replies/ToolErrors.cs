using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Replies;

/// <summary>Which failures of tools a person may have to hear of (spec 08 §17).</summary>
public static class ToolErrors
{
    private const int MaxText = 400;

    // The model made a mistake with the call and usually makes it good; nobody else is served by hearing of it.
    private static readonly string[] s_modelsOwn = ["required", "missing", "invalid", "must be", "must have", "needed", "not found"];

    /// <summary>The line to show when there is no other reply; null when the tool succeeded or the failure is the model's own.</summary>
    public static string? Visible(string tool, ToolResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = string.Concat(result.Content.OfType<ContentPart.Text>().Select(static part => part.Value));
        if (Error(text, result.IsError) is not { } error || s_modelsOwn.Any(word => error.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return null;
        var line = error.Split('\n')[0].Trim();
        return $"{tool} failed: {(line.Length > MaxText ? line[..MaxText] + "…" : line)}";
    }

    private static string? Error(string text, bool isError)
    {
        if (!text.StartsWith('{'))
            return isError ? text : null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String && status.GetString() == "error"
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String
                    ? error.GetString()
                    : isError ? text : null;
        }
        catch (JsonException)
        {
            return isError ? text : null;
        }
    }
}
