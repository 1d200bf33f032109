using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Models;

/// <summary><c>models auth order get|set|clear</c>: in which order an agent's credentials of a provider are tried.</summary>
internal static class ModelsAuthOrder
{
    public static Command Build(CliContext context)
    {
        var command = new Command("order", "The order in which credentials of a provider are tried.");
        command.Subcommands.Add(Build(context, "get", "Show it.", Show));
        command.Subcommands.Add(Build(context, "clear", "Forget it; auth.order or the usual order holds again.", (tools, agent, provider, _, _, ct) => WriteAsync(context, tools, agent, provider, [], ct)));
        var set = Build(
            context, "set", "Set it: profile ids, best first.",
            (tools, agent, provider, profiles, _, ct) => WriteAsync(context, tools, agent, provider, profiles, ct),
            new Argument<string[]>("profiles") { Description = "Profile ids", Arity = ArgumentArity.OneOrMore });
        command.Subcommands.Add(set);
        return command;

        Task<int> Show(ModelTools tools, string agent, string provider, string[] profiles, bool json, CancellationToken ct)
        {
            var order = tools.Keys.Profiles.Read(agent).Order(provider);
            if (json)
                context.Screen.Line(JsonText.Pretty(new JsonObject
                {
                    ["agentId"] = agent,
                    ["agentDir"] = tools.Agents.AgentDir(agent),
                    ["provider"] = provider,
                    ["authStorePath"] = tools.Keys.Profiles.PathFor(agent),
                    ["order"] = order is null ? null : new JsonArray([.. order.Select(static one => (JsonNode)one)]),
                }));
            else
                context.Screen.Line(order is { Count: > 0 } ? $"Order override: {string.Join(", ", order)}" : "Order override: (none)");
            return Task.FromResult(ExitCodes.Success);
        }
    }

    private static Command Build(
        CliContext context, string name, string description, Func<ModelTools, string, string, string[], bool, CancellationToken, Task<int>> act, Argument<string[]>? profiles = null)
    {
        var command = new Command(name, description);
        var provider = new Option<string>("--provider") { Description = "Whose credentials", HelpName = "id", Required = true };
        var agent = new Option<string?>("--agent") { Description = "Whose store (default: the default agent's)", HelpName = "id" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        if (profiles is not null)
            command.Arguments.Add(profiles);
        command.Options.Add(provider);
        command.Options.Add(agent);
        if (name == "get")
            command.Options.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || ModelTools.Agent(context, parsed.GetValue(agent)) is not { } id)
                return ExitCodes.Failure;
            using var tools = new ModelTools(context);
            var ids = profiles is null ? [] : parsed.GetValue(profiles) ?? [];
            return await act(tools, id, ModelRef.NormalizeProvider(parsed.GetValue(provider)!), ids, name == "get" && parsed.GetValue(json), ct).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> WriteAsync(CliContext context, ModelTools tools, string agent, string provider, string[] ids, CancellationToken ct)
    {
        var store = tools.Keys.Profiles;
        var known = store.Read(agent).Profiles.ToList();
        foreach (var id in ids)
        {
            if (known.Find(one => one.Id == id) is not { } profile)
                return context.Fail($"there is no profile \"{id}\" in {context.Paths.Shorten(store.PathFor(agent))}");
            if (profile.Provider != provider)
                return context.Fail($"the profile \"{id}\" belongs to {profile.Provider}, not to {provider}");
        }

        try
        {
            await store.UpdateAsync(
                store.PathFor(agent),
                file =>
                {
                    var order = file.Change("order");
                    foreach (var key in order.Select(static pair => pair.Key).Where(key => ModelRef.NormalizeProvider(key) == provider).ToList())
                        order.Remove(key);
                    if (ids.Length > 0)
                        order[provider] = new JsonArray([.. ids.Distinct().Select(static one => (JsonNode)one)]);
                    return true;
                },
                ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or TimeoutException)
        {
            return context.Fail(problem.Message);
        }

        context.Screen.Line(ids.Length > 0 ? $"Order override: {string.Join(", ", ids)}" : "Order override cleared");
        return ExitCodes.Success;
    }
}
