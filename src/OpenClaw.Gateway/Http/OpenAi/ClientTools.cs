using System.Text.Json;
using System.Text.RegularExpressions;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>The caller's own tools and which of them the model is to use (spec 06 §3.5); both forms of definition are understood.</summary>
internal sealed partial record ClientTools(IReadOnlyList<ToolDefinition> Tools, string? Choice)
{
    private const int MaxTools = 128;
    private static readonly JsonElement s_noParameters = NoParameters();

    /// <summary>Reads <c>tools</c> and <c>tool_choice</c>.</summary>
    public static (ClientTools? Tools, ApiFault? Fault) Read(JsonElement body)
    {
        var tools = new List<ToolDefinition>();
        foreach (var entry in body.Items("tools"))
        {
            if (entry.Text("type") is not ("function" or null))
                return (null, new ApiFault($"tools.{tools.Count}.type: only \"function\" is supported"));
            var function = entry.Field("function") ?? entry;
            if (function.Text("name") is not { } name || !Name().IsMatch(name))
                return (null, new ApiFault($"tools.{tools.Count}.function.name: 1 to 64 letters, digits, - or _"));
            if (tools.Any(known => known.Name == name))
                return (null, new ApiFault($"tools.{tools.Count}.function.name: \"{name}\" is there twice"));
            if (function.Field("parameters") is { ValueKind: not JsonValueKind.Object })
                return (null, new ApiFault($"tools.{tools.Count}.function.parameters: a JSON Schema object"));
            tools.Add(new ToolDefinition
            {
                Name = name,
                Description = function.Text("description") ?? string.Empty,
                Parameters = function.Field("parameters") ?? s_noParameters,
                Source = "client",
            });
        }

        return tools.Count > MaxTools ? (null, new ApiFault($"tools: at most {MaxTools}")) : Choose(body.Field("tool_choice"), tools);
    }

    private static (ClientTools? Tools, ApiFault? Fault) Choose(JsonElement? choice, List<ToolDefinition> tools)
    {
        switch (choice)
        {
            case null:
                return (new ClientTools(tools, null), null);
            case { ValueKind: JsonValueKind.String } word:
                return word.GetString() switch
                {
                    "auto" => (new ClientTools(tools, null), null),
                    "none" => (new ClientTools([], null), null),
                    "required" when tools.Count == 0 => (null, new ApiFault("Error: tool_choice=required but no tools were provided")),
                    "required" => (new ClientTools(tools, "required"), null),
                    _ => (null, new ApiFault("tool_choice: auto, none, required or a function")),
                };
            case { ValueKind: JsonValueKind.Object } named when (named.Field("function") ?? named).Text("name") is { } name:
                return tools.FirstOrDefault(tool => tool.Name == name) is { } only
                    ? (new ClientTools([only], name), null)
                    : (null, new ApiFault($"tool_choice requested unknown tool: {name}"));
            default:
                return (null, new ApiFault("tool_choice: auto, none, required or a function"));
        }
    }

    private static JsonElement NoParameters()
    {
        using var document = JsonDocument.Parse("""{"type":"object","properties":{}}""");
        return document.RootElement.Clone();
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex Name();
}
