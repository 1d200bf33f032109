using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Tools;

/// <summary>What a tool came to (spec 09 §1): content for the model, and the same as data for clients.</summary>
/// <param name="Content">Text and images.</param>
/// <param name="Details">Data for clients and for the transcript; null when there is none.</param>
/// <param name="IsError">True when the model should take it as a failure.</param>
public sealed record ToolResult(IReadOnlyList<ContentPart> Content, JsonElement? Details = null, bool IsError = false)
{
    /// <summary>Plain text.</summary>
    public static ToolResult Text(string text, JsonElement? details = null) => new([new ContentPart.Text(text)], details);

    /// <summary>Data: printed with two spaces for the model, repeated as details.</summary>
    public static ToolResult Json(JsonObject data)
    {
        var text = StoreJson.Write(data, indented: true);
        using var document = JsonDocument.Parse(text);
        return new([new ContentPart.Text(Encoding.UTF8.GetString(text))], document.RootElement.Clone());
    }

    /// <summary>A failure the model can react to: <c>{status:"error", tool, error}</c>.</summary>
    public static ToolResult Error(string tool, string error) =>
        Json(new JsonObject { ["status"] = "error", ["tool"] = tool, ["error"] = error }) with { IsError = true };
}
