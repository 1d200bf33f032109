using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Models;

/// <summary><c>models fallbacks</c> and <c>image-fallbacks</c>: <c>list|add|remove|clear</c>.</summary>
internal static class ModelsFallbacks
{
    public static Command Build(CliContext context, string name, string section, string description)
    {
        var command = new Command(name, description);
        command.Subcommands.Add(BuildList(context, section));
        command.Subcommands.Add(BuildAdd(context, section));
        command.Subcommands.Add(BuildRemove(context, section));
        var clear = new Command("clear", "Remove all of them.");
        clear.SetAction(async (_, ct) =>
            await ConfigWrites.ApplyAsync(context, config => ModelsChoice.Choice(config, section)["fallbacks"] = new JsonArray(), ct).ConfigureAwait(false)
            ?? ModelsChoice.Done(context, "Fallbacks cleared"));
        command.Subcommands.Add(clear);
        return command;
    }

    private static Command BuildList(CliContext context, string section)
    {
        var command = new Command("list", "List them in the order in which they are tried.");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var plain = new Option<bool>("--plain") { Description = "One a line" };
        command.Options.Add(json);
        command.Options.Add(plain);
        command.SetAction(parsed =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var defaults = context.Config.Config.Agents.Defaults;
            var list = (section == "model" ? defaults.Model : defaults.ImageModel).Fallbacks ?? [];
            if (parsed.GetValue(json))
                context.Screen.Line(JsonText.Pretty(new JsonObject { ["fallbacks"] = new JsonArray([.. list.Select(static one => (JsonNode)one)]) }));
            else if (list.Count == 0 && !parsed.GetValue(plain))
                context.Screen.Line("No fallbacks.");
            else
                foreach (var one in list)
                    context.Screen.Line(parsed.GetValue(plain) ? one : $"- {one}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildAdd(CliContext context, string section)
    {
        var command = new Command("add", "Add one at the end.");
        var model = new Argument<string>("model") { Description = "provider/model, or a short name" };
        command.Arguments.Add(model);
        command.SetAction(async (parsed, ct) =>
        {
            if (ModelsChoice.Resolve(context, parsed.GetValue(model)!) is not { } reference)
                return ExitCodes.Failure;
            var code = await ConfigWrites.ApplyAsync(
                context,
                config =>
                {
                    var list = List(config, section);
                    if (!list.Any(one => Means(one, reference)))
                        list.Add((JsonNode)reference.ToString());
                    ModelsChoice.Allow(config, reference);
                },
                ct).ConfigureAwait(false);
            return code ?? ModelsChoice.Done(context, $"Fallback added: {reference}");
        });
        return command;
    }

    private static Command BuildRemove(CliContext context, string section)
    {
        var command = new Command("remove", "Remove one.");
        var model = new Argument<string>("model") { Description = "provider/model, or a short name" };
        command.Arguments.Add(model);
        command.SetAction(async (parsed, ct) =>
        {
            if (ModelsChoice.Resolve(context, parsed.GetValue(model)!) is not { } reference)
                return ExitCodes.Failure;
            if (!List((JsonObject)context.Config.Parsed.DeepClone(), section).Any(one => Means(one, reference)))
                return context.Fail($"fallback not found: {reference}");
            var code = await ConfigWrites.ApplyAsync(
                context,
                config =>
                {
                    var list = List(config, section);
                    foreach (var one in list.Where(one => Means(one, reference)).ToList())
                        list.Remove(one);
                },
                ct).ConfigureAwait(false);
            return code ?? ModelsChoice.Done(context, $"Fallback removed: {reference}");
        });
        return command;
    }

    private static JsonArray List(JsonObject config, string section)
    {
        var choice = ModelsChoice.Choice(config, section);
        if (choice["fallbacks"] is not JsonArray list)
            choice["fallbacks"] = list = [];
        return list;
    }

    private static bool Means(JsonNode? node, ModelRef model) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && ModelRef.Parse(text) == model;
}
