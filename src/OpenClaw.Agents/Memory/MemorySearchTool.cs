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
        Description = "Searches MEMORY.md and the files under memory/ by words and meaning and returns places with path and lines. Use it before answering "
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
        var answer = await memory.SearchAsync(call.Scene.AgentId, query, arguments.Whole("maxResults", 1), arguments.Number("minScore"), ct).ConfigureAwait(false);
        if (answer.Problem is not null)
            return ToolResult.Json(new JsonObject { ["results"] = new JsonArray(), ["disabled"] = true, ["error"] = answer.Problem });
        var result = new JsonObject
        {
            ["results"] = new JsonArray([.. answer.Hits.Select(static hit => hit.ToJson())]),
            ["provider"] = answer.Provider,
            ["model"] = answer.Model,
        };
        if (answer.Wanted is { } wanted)
            result["fallback"] = new JsonObject { ["from"] = wanted, ["reason"] = answer.Reason };
        return ToolResult.Json(result);
    }
}
