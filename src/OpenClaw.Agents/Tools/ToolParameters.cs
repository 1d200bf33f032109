using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace OpenClaw.Agents.Tools;

/// <summary>Writes the JSON Schema of a tool's arguments.</summary>
public static class ToolParameters
{
    /// <summary>The schema as data.</summary>
    /// <param name="schema">JSON that is part of the program: a mistake in it shows at the first use of the tool, so a test of the tool finds it.</param>
    public static JsonElement Of([StringSyntax(StringSyntaxAttribute.Json)] string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return document.RootElement.Clone();
    }
}
