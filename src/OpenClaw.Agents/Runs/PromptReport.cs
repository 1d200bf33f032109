using System.Text.Json;
using System.Text.RegularExpressions;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>The sizes of a prompt, as reported to clients and kept in the session entry (spec 08 §7.1).</summary>
internal static partial class PromptReport
{
    public static JsonElement Build(
        SystemPrompt prompt, SystemPromptInput input, RunRequest request, string sessionId, ModelRef model, long maxChars, DateTimeOffset now) =>
        TranscriptLine.Value(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("source", "run");
        writer.WriteNumber("generatedAt", now.ToUnixTimeMilliseconds());
        writer.WriteString("sessionId", sessionId);
        writer.WriteString("sessionKey", request.CallerKey);
        writer.WriteString("provider", model.Provider);
        writer.WriteString("model", model.Id);
        writer.WriteString("workspaceDir", input.Workspace);
        writer.WriteNumber("bootstrapMaxChars", maxChars);
        writer.WriteStartObject("sandbox");
        writer.WriteString("mode", "off");
        writer.WriteBoolean("sandboxed", input.Sandbox is not null);
        writer.WriteEndObject();
        writer.WriteStartObject("systemPrompt");
        writer.WriteNumber("chars", prompt.Text.Length);
        writer.WriteNumber("projectContextChars", prompt.ProjectChars);
        writer.WriteNumber("nonProjectContextChars", prompt.Text.Length - prompt.ProjectChars);
        writer.WriteEndObject();
        WriteFiles(writer, input.Files);
        WriteSkills(writer, input.Mode == PromptMode.Full && input.Has("read") ? input.Skills : string.Empty);
        WriteTools(writer, input.Tools);
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

    private static void WriteSkills(Utf8JsonWriter writer, string skills)
    {
        writer.WriteStartObject("skills");
        writer.WriteNumber("promptChars", skills.Length);
        writer.WriteStartArray("entries");
        foreach (Match block in SkillBlock().Matches(skills))
        {
            writer.WriteStartObject();
            writer.WriteString("name", block.Groups[1].Value);
            writer.WriteNumber("blockChars", block.Length);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter writer, IReadOnlyList<ToolDefinition> tools)
    {
        var schemas = tools.Select(static tool => tool.Parameters.GetRawText().Length).ToList();
        writer.WriteStartObject("tools");
        writer.WriteNumber("listChars", string.Join('\n', ToolList.Lines(tools)).Length);
        writer.WriteNumber("schemaChars", schemas.Sum());
        writer.WriteStartArray("entries");
        for (var i = 0; i < tools.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tools[i].Name);
            writer.WriteNumber("summaryChars", tools[i].Summary.Length);
            writer.WriteNumber("schemaChars", schemas[i]);
            writer.WriteNumber("propertiesCount", Properties(tools[i].Parameters));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static int Properties(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().Count()
            : 0;

    [GeneratedRegex(@"<skill>\s*<name>([^<]*)</name>.*?</skill>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SkillBlock();
}
