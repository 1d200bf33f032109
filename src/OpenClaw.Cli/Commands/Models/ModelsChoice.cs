using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Models;

/// <summary><c>models set</c> and <c>set-image</c>, and what the other edits share.</summary>
internal static class ModelsChoice
{
    public static Command BuildSet(CliContext context, string name, string section, string description)
    {
        var command = new Command(name, description);
        var model = new Argument<string>("model") { Description = "provider/model, or a short name" };
        command.Arguments.Add(model);
        command.SetAction(async (parsed, ct) =>
        {
            if (Resolve(context, parsed.GetValue(model)!) is not { } reference)
                return ExitCodes.Failure;
            var code = await ConfigWrites.ApplyAsync(
                context,
                config =>
                {
                    Choice(config, section)["primary"] = reference.ToString();
                    Allow(config, reference);
                },
                ct).ConfigureAwait(false);
            return code ?? Done(context, $"{(section == "model" ? "Default model" : "Image model")}: {reference}");
        });
        return command;
    }

    /// <summary>What a person typed, as a model; null after the message that it is none.</summary>
    public static ModelRef? Resolve(CliContext context, string text)
    {
        using var tools = new ModelTools(context);
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return null;
        if (tools.Selection.Resolve(text) is not { } reference)
        {
            context.Fail($"invalid model: {text}", "Write provider/model, such as anthropic/claude-opus-4-5, or a short name from: " + context.Suggest("models aliases list"));
            return null;
        }

        if (tools.Catalog.Resolve(reference) is null)
            context.Screen.Warn($"{reference}: nothing is known of the provider \"{reference.Provider}\"; add it under models.providers before it can answer");
        return reference;
    }

    /// <summary>The section as an object: a bare name in it becomes its primary.</summary>
    public static JsonObject Choice(JsonObject config, string section)
    {
        var defaults = Json.Child(Json.Child(config, "agents"), "defaults");
        if (defaults[section] is JsonValue value && value.TryGetValue<string>(out var primary))
            defaults[section] = new JsonObject { ["primary"] = primary };
        return Json.Child(defaults, section);
    }

    /// <summary>The map of allowed models and their short names.</summary>
    public static JsonObject Allowed(JsonObject config) => Json.Child(Json.Child(Json.Child(config, "agents"), "defaults"), "models");

    /// <summary>Adds a model to the allowed ones.</summary>
    public static void Allow(JsonObject config, ModelRef model)
    {
        var allowed = Allowed(config);
        if (!allowed.Any(pair => ModelRef.Parse(pair.Key) == model))
            allowed[model.ToString()] = new JsonObject();
    }

    /// <summary>Says what was changed.</summary>
    public static int Done(CliContext context, string what)
    {
        context.Screen.Line($"Updated {context.Paths.Shorten(context.Paths.ConfigFile)}");
        context.Screen.Line(what);
        return ExitCodes.Success;
    }
}
