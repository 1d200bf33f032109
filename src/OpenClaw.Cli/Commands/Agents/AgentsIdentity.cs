using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Cli.Commands.Models;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Agents;

/// <summary><c>agents set-identity</c>: name, theme, emoji and avatar of an agent.</summary>
internal static class AgentsIdentity
{
    private static readonly string[] s_fields = ["name", "theme", "emoji", "avatar"];

    public static Command Build(CliContext context)
    {
        var command = new Command("set-identity", "Set what an agent is called and looks like.");
        var agent = new Option<string?>("--agent") { Description = "Which agent", HelpName = "id" };
        var workspace = new Option<string?>("--workspace") { Description = "Which agent, by its folder", HelpName = "dir" };
        var file = new Option<string?>("--identity-file") { Description = "Take the values from this file", HelpName = "path" };
        var own = new Option<bool>("--from-identity") { Description = "Take the values from IDENTITY.md of the workspace" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var values = s_fields.Select(static field => new Option<string?>($"--{field}") { Description = $"Its {field}", HelpName = "text" }).ToList();
        foreach (var option in (Option[])[agent, workspace, file, own, .. values, json])
            command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || Find(context, parsed.GetValue(agent), parsed.GetValue(workspace)) is not { } id)
                return ExitCodes.Failure;
            var source = parsed.GetValue(file) is { } path ? context.Paths.Expand(path)
                : parsed.GetValue(own) ? Path.Combine(context.Agents.Workspace(id), IdentityDocument.FileName) : null;
            if (source is not null && !File.Exists(source))
                return context.Fail($"there is no file {context.Paths.Shorten(source)}");
            var written = source is null ? new Dictionary<string, string>() : IdentityDocument.Read(source);
            var identity = s_fields.Select((field, i) => (field, Value: parsed.GetValue(values[i]) ?? Written(written, field)))
                .Where(static one => !string.IsNullOrWhiteSpace(one.Value)).ToDictionary(static one => one.field, static one => one.Value!.Trim(), StringComparer.Ordinal);
            return identity.Count == 0
                ? context.Fail("nothing to set; use --name, --theme, --emoji, --avatar, --from-identity or --identity-file")
                : await WriteAsync(context, id, identity, source, parsed.GetValue(json), ct).ConfigureAwait(false);
        });
        return command;
    }

    private static string? Written(IReadOnlyDictionary<string, string> file, string field) =>
        file.GetValueOrDefault(field) ?? (field == "theme" ? file.GetValueOrDefault("vibe") ?? file.GetValueOrDefault("creature") : null);

    private static string? Find(CliContext context, string? agent, string? workspace)
    {
        if (workspace is null || agent is not null)
            return ModelTools.Agent(context, agent);
        var folder = Path.GetFullPath(context.Paths.Expand(workspace));
        var matches = context.Agents.Ids().Where(id => Path.GetFullPath(context.Agents.Workspace(id)) == folder).ToList();
        if (matches.Count == 1)
            return matches[0];
        context.Fail(matches.Count == 0 ? $"no agent works in {context.Paths.Shorten(folder)}" : $"several agents work there: {string.Join(", ", matches)}; say which with --agent");
        return null;
    }

    private static async Task<int> WriteAsync(
        CliContext context, string id, Dictionary<string, string> identity, string? source, bool json, CancellationToken ct)
    {
        var code = await ConfigWrites.ApplyAsync(
            context,
            config =>
            {
                var agents = Json.Child(config, "agents");
                if (agents["list"] is not JsonArray list)
                    agents["list"] = list = [];
                if (list.OfType<JsonObject>().FirstOrDefault(one => AgentIds.Normalize(one["id"]?.ToString()) == id) is not { } entry)
                    list.Add((JsonNode)(entry = new JsonObject { ["id"] = id }));
                var target = Json.Child(entry, "identity");
                foreach (var (field, value) in identity)
                    target[field] = value;
            },
            ct).ConfigureAwait(false);
        if (code is { } failed)
            return failed;
        var shown = new JsonObject(identity.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject
            {
                ["agentId"] = id,
                ["identity"] = shown,
                ["workspace"] = context.Agents.Workspace(id),
                ["identityFile"] = source,
            }));
            return ExitCodes.Success;
        }

        context.Screen.Line($"Updated {context.Paths.Shorten(context.Paths.ConfigFile)}");
        context.Screen.Line($"Agent: {id}");
        foreach (var (field, value) in identity)
            context.Screen.Line($"{char.ToUpperInvariant(field[0])}{field[1..]}: {value}");
        return ExitCodes.Success;
    }
}
