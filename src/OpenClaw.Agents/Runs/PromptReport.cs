using System.Text.Json;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>The sizes of a prompt, as reported to clients and kept in the session entry (spec 08 §7.1).</summary>
internal static class PromptReport
{
    public static JsonElement Build(
        SystemPrompt prompt, IReadOnlyList<WorkspaceFile> files, RunRequest request, string sessionId, ModelRef model, string workspace,
        long maxChars, DateTimeOffset now) => TranscriptLine.Value(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("source", "run");
        writer.WriteNumber("generatedAt", now.ToUnixTimeMilliseconds());
        writer.WriteString("sessionId", sessionId);
        writer.WriteString("sessionKey", request.CallerKey);
        writer.WriteString("provider", model.Provider);
        writer.WriteString("model", model.Id);
        writer.WriteString("workspaceDir", workspace);
        writer.WriteNumber("bootstrapMaxChars", maxChars);
        writer.WriteStartObject("sandbox");
        writer.WriteString("mode", "off");
        writer.WriteBoolean("sandboxed", false);
        writer.WriteEndObject();
        writer.WriteStartObject("systemPrompt");
        writer.WriteNumber("chars", prompt.Text.Length);
        writer.WriteNumber("projectContextChars", prompt.ProjectChars);
        writer.WriteNumber("nonProjectContextChars", prompt.Text.Length - prompt.ProjectChars);
        writer.WriteEndObject();
        WriteFiles(writer, files);
        WriteEmpty(writer, "skills", "promptChars");
        WriteEmpty(writer, "tools", "listChars", "schemaChars");
        writer.WriteEndObject();
    });

    private static void WriteFiles(Utf8JsonWriter writer, IReadOnlyList<WorkspaceFile> files)
    {
        writer.WriteStartArray("injectedWorkspaceFiles");
        foreach (var file in files)
        {
            writer.WriteStartObject();
            writer.WriteString("name", file.Name);
            writer.WriteString("path", file.Path);
            writer.WriteBoolean("missing", file.Missing);
            writer.WriteNumber("rawChars", file.RawChars);
            writer.WriteNumber("injectedChars", file.Text.Length);
            writer.WriteBoolean("truncated", file.Truncated);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEmpty(Utf8JsonWriter writer, string name, params ReadOnlySpan<string> counts)
    {
        writer.WriteStartObject(name);
        foreach (var count in counts)
            writer.WriteNumber(count, 0);
        writer.WriteStartArray("entries");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
