using System.Text.Json.Nodes;
using OpenClaw.Agents.Hooks;

namespace OpenClaw.Agents.Prompts;

/// <summary>Lets the owner's hooks see, and replace, the workspace files of a prompt (<c>agent:bootstrap</c>, spec 09 §10.1).</summary>
internal sealed class BootstrapHook(TimedHooks? hooks)
{
    private const string Type = "agent";
    private const string Action = "bootstrap";
    private const string List = "bootstrapFiles";
    private const int MaxFiles = 20;

    /// <summary>The files as the hooks leave them; as they were when no hook wants to know, or none leaves a list.</summary>
    public async Task<IReadOnlyList<WorkspaceFile>> ReviseAsync(
        IReadOnlyList<WorkspaceFile> files, string sessionKey, string sessionId, string agentId, string workspace, long maxChars, CancellationToken ct)
    {
        if (hooks is null || files.Count == 0 || !hooks.Listens(Type, Action))
            return files;
        var context = new JsonObject
        {
            ["workspaceDir"] = workspace,
            ["agentId"] = agentId,
            ["sessionId"] = sessionId,
            [List] = new JsonArray([.. files.Select(Describe)]),
        };
        await hooks.EmitAsync(new HookEvent(Type, Action, sessionKey, context), ct).ConfigureAwait(false);
        return context[List] is JsonArray left ? [.. left.OfType<JsonObject>().Take(MaxFiles).Select(file => Read(file, files, maxChars)).OfType<WorkspaceFile>()] : files;
    }

    private static JsonObject Describe(WorkspaceFile file) => new()
    {
        ["name"] = file.Name,
        ["path"] = file.Path,
        ["content"] = file.Missing ? null : file.Text,
        ["missing"] = file.Missing,
    };

    private static WorkspaceFile? Read(JsonObject left, IReadOnlyList<WorkspaceFile> files, long maxChars)
    {
        if (Text(left["name"]) is not { Length: > 0 } name)
            return null;
        var known = files.FirstOrDefault(file => file.Name == name);
        var content = Text(left["content"]);
        if (known is not null && (known.Missing ? content is null : content == known.Text))
            return known;
        var path = Text(left["path"]) ?? known?.Path ?? name;
        return content is null ? WorkspaceFiles.Missing(name, path) : WorkspaceFiles.Fit(name, path, content, maxChars);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
