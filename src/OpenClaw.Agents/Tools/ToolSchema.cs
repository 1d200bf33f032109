using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OpenClaw.Agents.Tools;

/// <summary>Makes the parameter schemas of tools from their text.</summary>
public static class ToolSchema
{
    /// <summary>The schema; a mistake in it shows at the first use of the tool's type, so a test of the tool finds it.</summary>
    public static JsonElement Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
