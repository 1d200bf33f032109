using System.CommandLine;
using OpenClaw.Cli.Commands.Models;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw models …</c> (spec 04 §14): files only, no gateway needed.</summary>
internal static class ModelsCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("models", "Which models answer, their short names, fallbacks and credentials. Alone: the same as models status.");
        var json = new Option<bool>("--status-json") { Description = "The status as JSON" };
        var plain = new Option<bool>("--status-plain") { Description = "Only the default model" };
        var agent = new Option<string?>("--agent") { Description = "Whose credentials (default: the default agent's)", HelpName = "id" };
        foreach (var option in (Option[])[json, plain, agent])
            command.Options.Add(option);
        command.SetAction(parsed => ModelsStatus.Run(context, parsed.GetValue(agent), parsed.GetValue(json), parsed.GetValue(plain), check: false));
        command.Subcommands.Add(ModelsListing.Build(context));
        command.Subcommands.Add(BuildStatus(context));
        command.Subcommands.Add(ModelsChoice.BuildSet(context, "set", "model", "Choose the model that answers."));
        command.Subcommands.Add(ModelsChoice.BuildSet(context, "set-image", "imageModel", "Choose the model that looks at pictures."));
        command.Subcommands.Add(ModelsAliases.Build(context));
        command.Subcommands.Add(ModelsFallbacks.Build(context, "fallbacks", "model", "Models to try when the first one fails."));
        command.Subcommands.Add(ModelsFallbacks.Build(context, "image-fallbacks", "imageModel", "Models to try when the first one for pictures fails."));
        command.Subcommands.Add(ModelsAuth.Build(context));
        return command;
    }

    private static Command BuildStatus(CliContext context)
    {
        var command = new Command("status", "The chosen models and the state of their credentials.");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var plain = new Option<bool>("--plain") { Description = "Only the default model" };
        var check = new Option<bool>("--check") { Description = "Exit 1 when a credential is missing or expired, 2 when one expires within a day" };
        var agent = new Option<string?>("--agent") { Description = "Whose credentials (default: the default agent's)", HelpName = "id" };
        foreach (var option in (Option[])[json, plain, check, agent])
            command.Options.Add(option);
        command.SetAction(parsed => ModelsStatus.Run(context, parsed.GetValue(agent), parsed.GetValue(json), parsed.GetValue(plain), parsed.GetValue(check)));
        return command;
    }
}
