using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Skills;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Hooks;

/// <summary>
/// Which hooks there are: built in, in <c>&lt;state&gt;/hooks</c>, in configured directories, in the workspace. A hook runs only when the
/// configuration names it: an agent can write into its workspace, but it cannot give itself a hook.
/// </summary>
public sealed class InternalHookFolders(AgentDirectory agents)
{
    private const int MaxHooks = 200;
    private const long MaxBytes = 256 * 1024;
    private static readonly string[] s_handlers = ["handler.mjs", "handler.js", "handler.ts", "index.mjs", "index.js", "index.ts"];

    private static readonly InternalHook[] s_bundled =
    [
        new() { Name = "boot-md", Description = "Does what BOOT.md in the workspace says when the gateway starts.", Events = ["gateway:startup"], Source = InternalHook.Bundled },
        new() { Name = "command-logger", Description = "Writes a line to logs/commands.log for every command.", Events = ["command"], Source = InternalHook.Bundled },
        new() { Name = "session-memory", Description = "Keeps the end of a conversation in memory/ when a new one begins.", Events = ["command:new"], Source = InternalHook.Bundled },
    ];

    private readonly SkillGate _gate = new(agents);

    /// <summary><c>&lt;state&gt;/hooks</c>.</summary>
    public string ManagedDir => Path.Combine(agents.Paths.StateDir, "hooks");

    /// <summary>All hooks by name.</summary>
    public IReadOnlyList<InternalHook> All()
    {
        var all = new SortedDictionary<string, InternalHook>(StringComparer.Ordinal);
        foreach (var directory in agents.Config.Hooks.Internal.ExtraDirs)
            Add(all, agents.Paths.Expand(directory), "openclaw-extra");
        foreach (var hook in s_bundled)
            all[hook.Name] = hook;
        Add(all, ManagedDir, "openclaw-managed");
        Add(all, Path.Combine(agents.Workspace(agents.DefaultId), "hooks"), "openclaw-workspace");
        return [.. all.Values];
    }

    /// <summary>True when the configuration switches it on.</summary>
    public bool IsEnabled(InternalHook hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        var config = agents.Config.Hooks.Internal;
        return config.Enabled && config.Entries.GetValueOrDefault(hook.Name)?.Enabled == true;
    }

    /// <summary>What it needs and this machine does not have.</summary>
    public SkillRequirements Missing(InternalHook hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        var needs = hook.Needs;
        var own = agents.Config.Hooks.Internal.Entries.GetValueOrDefault(hook.Name)?.Env;
        return new SkillRequirements(
            [.. needs.Bins.Where(name => !_gate.HasBin(name))],
            needs.AnyBins.Count == 0 || needs.AnyBins.Any(_gate.HasBin) ? [] : needs.AnyBins,
            [.. needs.Env.Where(name => agents.Environment[name] is null && own?.ContainsKey(name) != true)],
            [.. needs.Config.Where(path => !_gate.HasConfig(path))],
            _gate.Fits(needs.Os) ? [] : needs.Os);
    }

    private static void Add(SortedDictionary<string, InternalHook> all, string directory, string source)
    {
        try
        {
            foreach (var folder in Directory.Exists(directory) ? Directory.EnumerateDirectories(directory).Take(MaxHooks) : [])
            {
                if (Read(folder, source) is { } hook)
                    all[hook.Name] = hook;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A directory that cannot be read holds no hooks.
            return;
        }
    }

    private static InternalHook? Read(string folder, string source)
    {
        var file = new FileInfo(Path.Combine(folder, "HOOK.md"));
        if (!file.Exists || file.Length > MaxBytes || SkillFrontMatter.Read(File.ReadAllText(file.FullName)).Values is not { } values)
            return null;
        var meta = (values["metadata"] as JsonObject)?["openclaw"] as JsonObject;
        var handler = s_handlers.Select(name => PathGuard.Under(folder, name)).FirstOrDefault(static path => path is not null && File.Exists(path));
        var requires = meta?["requires"] as JsonObject;
        var events = Texts(meta?["events"]);
        var name = Text(values["name"]) ?? Path.GetFileName(folder);
        return handler is null || events.Count == 0 || !PathGuard.IsFileId(name)
            ? null
            : new InternalHook
            {
                Name = name,
                Description = Text(values["description"]) ?? string.Empty,
                Emoji = Text(meta?["emoji"]),
                Homepage = Text(values["homepage"]) ?? Text(meta?["homepage"]),
                Events = events,
                Source = source,
                Handler = handler,
                Export = Text(meta?["export"]) is { } export and not "default" ? export : null,
                Needs = new SkillRequirements(Texts(requires?["bins"]), Texts(requires?["anyBins"]), Texts(requires?["env"]), Texts(requires?["config"]), Texts(meta?["os"])),
                Always = meta?["always"] is JsonValue always && always.TryGetValue<bool>(out var yes) && yes,
            };
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static IReadOnlyList<string> Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text).OfType<string>()] : [];
}
