using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Models;

/// <summary><c>models aliases list|add|remove</c>.</summary>
internal static class ModelsAliases
{
    public static Command Build(CliContext context)
    {
        var command = new Command("aliases", "Short names of models.");
        command.Subcommands.Add(BuildList(context));
        command.Subcommands.Add(BuildAdd(context));
        command.Subcommands.Add(BuildRemove(context));
        return command;
    }

    /// <summary>Alias to model, sorted by alias.</summary>
    public static JsonObject All(CliContext context) => new(
        context.Config.Config.Agents.Defaults.Models.Where(static pair => pair.Value.Alias is not null).OrderBy(static pair => pair.Value.Alias, StringComparer.Ordinal)
            .DistinctBy(static pair => pair.Value.Alias).Select(static pair => KeyValuePair.Create(pair.Value.Alias!, (JsonNode?)pair.Key)));

    private static Command BuildList(CliContext context)
    {
        var command = new Command("list", "List short names.");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var plain = new Option<bool>("--plain") { Description = "One alias and model a line" };
        command.Options.Add(json);
        command.Options.Add(plain);
        command.SetAction(parsed =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var aliases = All(context);
            if (parsed.GetValue(json))
                context.Screen.Line(JsonText.Pretty(new JsonObject { ["aliases"] = aliases }));
            else if (aliases.Count == 0 && !parsed.GetValue(plain))
                context.Screen.Line("No aliases.");
            else
                foreach (var (alias, model) in aliases)
                    context.Screen.Line(parsed.GetValue(plain) ? $"{alias} {model}" : $"- {alias} -> {model}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildAdd(CliContext context)
    {
        var command = new Command("add", "Give a model a short name. The model becomes an allowed one.");
        var alias = new Argument<string>("alias") { Description = "Letters, digits, dots, dashes and underscores" };
        var model = new Argument<string>("model") { Description = "provider/model" };
        command.Arguments.Add(alias);
        command.Arguments.Add(model);
        command.SetAction(async (parsed, ct) =>
        {
            var name = parsed.GetValue(alias)!.Trim();
            if (name.Length == 0 || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
                return context.Fail($"alias: \"{name}\" may hold only letters, digits, dots, dashes and underscores");
            if (ModelsChoice.Resolve(context, parsed.GetValue(model)!) is not { } reference)
                return ExitCodes.Failure;
            if (All(context)[name]?.ToString() is { } taken && taken != reference.ToString())
                return context.Fail($"alias: \"{name}\" already means {taken}; remove it first");
            var code = await ConfigWrites.ApplyAsync(
                context,
                config =>
                {
                    ModelsChoice.Allow(config, reference);
                    var allowed = ModelsChoice.Allowed(config);
                    var key = allowed.First(pair => OpenClaw.Agents.Models.ModelRef.Parse(pair.Key) == reference).Key;
                    Json.Child(allowed, key)["alias"] = name;
                },
                ct).ConfigureAwait(false);
            return code ?? ModelsChoice.Done(context, $"Alias {name} -> {reference}");
        });
        return command;
    }

    private static Command BuildRemove(CliContext context)
    {
        var command = new Command("remove", "Take a short name away. The model stays allowed.");
        var alias = new Argument<string>("alias");
        command.Arguments.Add(alias);
        command.SetAction(async (parsed, ct) =>
        {
            var name = parsed.GetValue(alias)!.Trim();
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var found = false;
            if (ModelsChoice.Allowed((JsonObject)context.Config.Parsed.DeepClone()).Any(pair => IsNamed(pair.Value, name)) is false)
                return context.Fail($"alias not found: {name}", $"See which there are: {context.Suggest("models aliases list")}");
            var code = await ConfigWrites.ApplyAsync(
                context,
                config =>
                {
                    foreach (var (_, entry) in ModelsChoice.Allowed(config).Where(pair => IsNamed(pair.Value, name)).ToList())
                        found |= ((JsonObject)entry!).Remove("alias");
                },
                ct).ConfigureAwait(false);
            return code ?? ModelsChoice.Done(context, found ? $"Alias removed: {name}" : "Nothing to change");
        });
        return command;
    }

    private static bool IsNamed(JsonNode? entry, string alias) =>
        entry is JsonObject map && map["alias"] is JsonValue value && value.TryGetValue<string>(out var text) && text == alias;
}
