using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Memory;

/// <summary><c>memory_get</c> (spec 09 §11): reads a file of memory and no other.</summary>
internal sealed class MemoryGetTool(MemorySearch memory) : ITool
{
    /// <summary>Name of the tool.</summary>
    public const string Name = "memory_get";

    private const int MaxChars = 50_000;

    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Read lines of a memory file",
        Description = "Reads MEMORY.md or a file under memory/, whole or some lines of it. Takes the path as memory_search gives it.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "path":{"type":"string","description":"For example memory/2026-01-30.md"},
              "from":{"type":"integer","minimum":1,"description":"First line, from 1"},
              "lines":{"type":"integer","minimum":1,"description":"How many lines"}},
             "required":["path"]}
            """),
    };

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        var arguments = new ToolArguments(call.Arguments);
        if (arguments.Text("path") is not { } path)
            return ToolResult.Error(Name, "path is required, for example memory/2026-01-30.md");
        if (memory.Find(call.Scene.AgentId, path) is not { } file)
            return ToolResult.Error(Name, $"{path} is not a memory file: MEMORY.md, memory/**/*.md and the configured extra paths can be read");
        try
        {
            var (text, cut) = await ReadAsync(file, arguments.Whole("from", 1) ?? 1, arguments.Whole("lines", 1), ct).ConfigureAwait(false);
            var result = new JsonObject { ["path"] = path, ["text"] = text };
            if (cut)
                result["truncated"] = true;
            return ToolResult.Json(result);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ToolResult.Error(Name, $"{path} cannot be read: {problem.Message}");
        }
    }

    private static async Task<(string Text, bool Cut)> ReadAsync(string file, int from, int? count, CancellationToken ct)
    {
        var content = await File.ReadAllTextAsync(file, Encoding.UTF8, ct).ConfigureAwait(false);
        var text = from == 1 && count is null
            ? content
            : string.Join('\n', content.ReplaceLineEndings("\n").Split('\n').Skip(from - 1).Take(count ?? int.MaxValue));
        return text.Length <= MaxChars ? (text, false) : (text[..MaxChars], true);
    }
}
