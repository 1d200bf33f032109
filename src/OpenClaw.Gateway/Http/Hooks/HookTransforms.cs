using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;
using OpenClaw.Gateway.Automation.Hooks;
using OpenClaw.Storage;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>
/// Scripts of mappings (spec 06 §5.5). They lie in <c>hooks/transforms</c> beside the config file and nowhere else, links followed.
/// </summary>
internal sealed class HookTransforms(ConfigPaths paths, NodeScripts scripts)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(15);

    /// <summary>Absolute path of a mapping's script; or why it may not run.</summary>
    public static (string? Path, string? Problem) Resolve(ConfigPaths paths, HooksConfig hooks, string module)
    {
        var root = Path.Combine(Path.GetDirectoryName(paths.ConfigFile)!, "hooks", "transforms");
        var start = hooks.TransformsDir is { Length: > 0 } own ? Path.GetFullPath(paths.Expand(own), Path.GetDirectoryName(paths.ConfigFile)!) : root;
        return PathGuard.Under(root, Path.GetFullPath(module, start)) is { } path
            ? (path, null)
            : (null, $"hooks.mappings[].transform.module: \"{module}\" is not inside {root}; scripts of hooks run only from there");
    }

    /// <summary>
    /// Runs the script of a mapping. A result of null means that nothing is to be done; an absent one that the mapping stands as it is.
    /// </summary>
    public async Task<(JsonElement? Result, string? Problem)> RunAsync(HooksConfig hooks, HookMappingConfig mapping, HookRequest request, CancellationToken ct)
    {
        var (path, outside) = Resolve(paths, hooks, mapping.TransformModule!);
        if (path is null)
            return (null, outside);
        if (!File.Exists(path))
            return (null, $"{path} does not exist");
        var argument = new JsonObject
        {
            ["payload"] = JsonNode.Parse(request.Payload.GetRawText()),
            ["headers"] = Map(request.Headers),
            ["url"] = request.Url,
            ["path"] = request.Path,
        };
        var run = await scripts.CallAsync(path, mapping.TransformExport, argument, returnArgument: false, null, s_limit, ct).ConfigureAwait(false);
        if (run.Result is null)
            return (null, run.Problem);
        try
        {
            var answer = JsonElement.Parse(run.Result);
            return (answer.TryGetProperty("value", out var value) ? value : null, null);
        }
        catch (JsonException)
        {
            return (null, $"{Path.GetFileName(path)} returned something that is not JSON");
        }
    }

    private static JsonObject Map(IReadOnlyDictionary<string, string> values)
    {
        var map = new JsonObject();
        foreach (var (name, value) in values)
            map[name] = value;
        return map;
    }
}
