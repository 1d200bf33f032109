using System.Text.Json.Nodes;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Memory;

/// <summary><c>memory_search</c> (spec 09 §11).</summary>
internal sealed class MemorySearchTool(MemorySearch memory) : ITool
{
    /// <summary>Name of the tool.</summary>
    public const string Name = "memory_search";

    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Search the notes in MEMORY.md and memory/",
        Description = "Searches MEMORY.md and the files under memory/ for words and returns places with path and lines. Use it before answering "
            + "about earlier work, decisions, dates, people or preferences; read more of a place with memory_get.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "query":{"type":"string","description":"Words to look for"},
              "maxResults":{"type":"integer","minimum":1,"description":"Most results"},
              "minScore":{"type":"number","minimum":0,"maximum":1,"description":"Leave out results below this score"}},
             "required":["query"]}
            """),
    };

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        var arguments = new ToolArguments(call.Arguments);
        if (arguments.Text("query") is not { } query)
            return ToolResult.Error(Name, "query is required: words to look for");
        var agentId = call.Scene.AgentId;
        var (hits, problem) = await memory.SearchAsync(agentId, query, arguments.Whole("maxResults", 1), arguments.Number("minScore"), ct).ConfigureAwait(false);
        if (problem is not null)
            return ToolResult.Json(new JsonObject { ["results"] = new JsonArray(), ["disabled"] = true, ["error"] = problem });
        var result = new JsonObject
        {
            ["results"] = new JsonArray([.. hits.Select(Row)]),
            ["provider"] = MemoryIndex.Keyword,
            ["model"] = "fts5",
        };
        if (memory.Config(agentId).Provider is { } wanted)
            result["fallback"] = new JsonObject { ["from"] = wanted, ["reason"] = "this release searches by words; embeddings are not computed yet" };
        return ToolResult.Json(result);
    }

    private static JsonObject Row(MemoryHit hit) => new()
    {
        ["path"] = hit.Path,
        ["startLine"] = hit.StartLine,
        ["endLine"] = hit.EndLine,
        ["score"] = hit.Score,
        ["snippet"] = hit.Snippet,
        ["source"] = "memory",
    };
}
