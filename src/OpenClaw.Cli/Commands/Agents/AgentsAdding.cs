using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Prompts;
using OpenClaw.Cli.Commands.Models;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Storage;

namespace OpenClaw.Cli.Commands.Agents;

/// <summary><c>agents add</c>: an entry in the configuration, a workspace, and bindings.</summary>
internal static class AgentsAdding
{
    private sealed record Wish(string Name, string Id, string Workspace, string? Model, string? AgentDir, string[] Binds);

    public static Command Build(CliContext context)
    {
        var command = new Command("add", "Add an agent with a workspace of its own.");
        var name = new Argument<string?>("name") { Description = "What it is called; its id is made from it", Arity = ArgumentArity.ZeroOrOne };
        var workspace = new Option<string?>("--workspace") { Description = "Its folder", HelpName = "dir" };
        var model = new Option<string?>("--model") { Description = "Its model", HelpName = "provider/model" };
        var agentDir = new Option<string?>("--agent-dir") { Description = "Where its credentials are kept", HelpName = "dir" };
        var bind = new Option<string[]>("--bind") { Description = "Channel it answers on; may be repeated", HelpName = "channel[:account]" };
        var quiet = new Option<bool>("--non-interactive") { Description = "Ask nothing (this command never does); needs --workspace" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Arguments.Add(name);
        foreach (var option in (Option[])[workspace, model, agentDir, bind, quiet, json])
            command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var typed = parsed.GetValue(name)?.Trim();
            if (string.IsNullOrEmpty(typed))
                return context.Fail("agents add needs a name");
            if (parsed.GetValue(quiet) && parsed.GetValue(workspace) is null)
                return context.Fail("--non-interactive needs --workspace");
            var id = AgentIds.Normalize(typed, fallback: string.Empty);
            if (id.Length == 0)
                return context.Fail($"\"{typed}\" holds no letter or digit to make an id from");
            if (id == AgentIds.Main)
                return context.Fail("\"main\" is reserved; choose another name");
            if (context.Agents.Entry(id) is not null)
                return context.Fail($"the agent \"{id}\" exists already");
            var folder = parsed.GetValue(workspace) is { } own ? context.Paths.Expand(own) : context.Agents.Workspace(id);
            var home = parsed.GetValue(agentDir) is { } dir ? context.Paths.Expand(dir) : null;
            if (context.Agents.Ids().FirstOrDefault(other => context.Agents.AgentDir(other) == (home ?? context.Agents.AgentDir(id))) is { } taken)
                return context.Fail($"--agent-dir: {home} is that of the agent \"{taken}\"; two agents must not share it");
            string? chosen = null;
            if (parsed.GetValue(model) is { } text)
            {
                if (ModelsChoice.Resolve(context, text) is not { } reference)
                    return ExitCodes.Failure;
                chosen = reference.ToString();
            }

            var wish = new Wish(typed, id, folder, chosen, home, parsed.GetValue(bind) ?? []);
            return await AddAsync(context, wish, parsed.GetValue(json), ct).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> AddAsync(CliContext context, Wish wish, bool json, CancellationToken ct)
    {
        if (wish.Binds.FirstOrDefault(static bind => bind.Split(':')[0].Trim().Length == 0) is { } bad)
            return context.Fail($"--bind: \"{bad}\" names no channel; write channel or channel:account");
        List<string> added = [], skipped = [];
        var code = await ConfigWrites.ApplyAsync(
            context,
            config =>
            {
                var agents = Json.Child(config, "agents");
                if (agents["list"] is not JsonArray list)
                    agents["list"] = list = [];

                // Without a list the agent is main; it must not vanish because another one comes.
                if (list.Count == 0)
                    list.Add((JsonNode)new JsonObject { ["id"] = AgentIds.Main, ["default"] = true });
                var entry = new JsonObject { ["id"] = wish.Id, ["name"] = wish.Name, ["workspace"] = wish.Workspace };
                if (wish.AgentDir is not null)
                    entry["agentDir"] = wish.AgentDir;
                if (wish.Model is not null)
                    entry["model"] = wish.Model;
                list.Add((JsonNode)entry);
                Bind(config, wish, added, skipped);
            },
            ct).ConfigureAwait(false);
        if (code is { } failed)
            return failed;
        await WorkspaceTemplates.EnsureAsync(wish.Workspace, ct).ConfigureAwait(false);
        AtomicFile.EnsureDirectory(context.Agents.AgentDir(wish.Id));
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(context.Agents.SessionPaths.Store(wish.Id))!);
        Report(context, wish, json, added, skipped);
        return ExitCodes.Success;
    }

    private static void Bind(JsonObject config, Wish wish, List<string> added, List<string> skipped)
    {
        if (wish.Binds.Length == 0)
            return;
        if (config["bindings"] is not JsonArray bindings)
            config["bindings"] = bindings = [];
        foreach (var bind in wish.Binds)
        {
            var cut = bind.IndexOf(':');
            var match = new JsonObject { ["channel"] = (cut < 0 ? bind : bind[..cut]).Trim().ToLowerInvariant() };
            if (cut >= 0 && bind[(cut + 1)..].Trim() is { Length: > 0 } account)
                match["accountId"] = account;
            if (bindings.FirstOrDefault(one => one is JsonObject known && JsonNode.DeepEquals(known["match"], match)) is JsonObject taken)
            {
                skipped.Add($"{bind} (agent={taken["agentId"]})");
                continue;
            }

            bindings.Add((JsonNode)new JsonObject { ["agentId"] = wish.Id, ["match"] = match });
            added.Add(bind);
        }
    }

    private static void Report(CliContext context, Wish wish, bool json, List<string> added, List<string> skipped)
    {
        var agentDir = context.Agents.AgentDir(wish.Id);
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject
            {
                ["agentId"] = wish.Id,
                ["name"] = wish.Name,
                ["workspace"] = wish.Workspace,
                ["agentDir"] = agentDir,
                ["model"] = wish.Model,
                ["bindings"] = new JsonObject
                {
                    ["added"] = new JsonArray([.. added.Select(static one => (JsonNode)one)]),
                    ["skipped"] = new JsonArray(),
                    ["conflicts"] = new JsonArray([.. skipped.Select(static one => (JsonNode)one)]),
                },
            }));
            return;
        }

        context.Screen.Line($"Agent: {wish.Id}");
        context.Screen.Line($"Workspace: {context.Paths.Shorten(wish.Workspace)}");
        context.Screen.Line($"Agent dir: {context.Paths.Shorten(agentDir)}");
        foreach (var one in added)
            context.Screen.Line($"Bound: {one}");
        foreach (var one in skipped)
            context.Screen.Warn($"not bound, because it is already: {one}");
    }
}
