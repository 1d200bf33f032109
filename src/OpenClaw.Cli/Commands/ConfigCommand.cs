using System.CommandLine;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw config …</c> (spec 04 §6): the file, no gateway needed.</summary>
internal static class ConfigCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("config", "Read and change the configuration file.");
        command.Subcommands.Add(BuildGet(context));
        command.Subcommands.Add(BuildSet(context));
        command.Subcommands.Add(BuildUnset(context));
        command.Subcommands.Add(BuildFile(context));
        command.Subcommands.Add(BuildValidate(context));
        command.Subcommands.Add(BuildRestore(context));
        return command;
    }

    private static Command BuildGet(CliContext context)
    {
        var command = new Command("get", "Print a value.");
        var path = PathArgument();
        var json = new Option<bool>("--json") { Description = "Print JSON also for a text, number or flag" };
        command.Arguments.Add(path);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var text = parsed.GetValue(path)!;
            if (!ConfigPath.TryParse(text, out var wanted, out var error))
                return context.Fail(error);
            if (!wanted.TryGet(context.Config.Resolved, out var value))
                return context.Fail($"Config path not found: {text}");
            var bare = value is System.Text.Json.Nodes.JsonValue && !parsed.GetValue(json);
            context.Screen.Line(bare ? value!.ToString() : JsonText.Pretty(value));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildSet(CliContext context)
    {
        var command = new Command("set", "Set a value; comments and order of the file stay.");
        var path = PathArgument();
        var value = new Argument<string>("value") { Description = "JSON5; anything else is taken as text" };
        var json = new Option<bool>("--json") { Description = "The value must be JSON5" };
        command.Arguments.Add(path);
        command.Arguments.Add(value);
        command.Options.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var text = parsed.GetValue(path)!;
            if (!ConfigPath.TryParse(text, out var wanted, out var error))
                return context.Fail(error);
            if (!ConfigEdits.TryReadValue(parsed.GetValue(value)!, parsed.GetValue(json), out var node, out var problem))
                return context.Fail($"the value is not JSON5: {problem}");
            return await WriteAsync(context, writer => writer.WriteAsync(ConfigEdits.Set(wanted, node), cancellationToken: ct), $"Updated {text}.")
                .ConfigureAwait(false);
        });
        return command;
    }

    private static Command BuildUnset(CliContext context)
    {
        var command = new Command("unset", "Remove a value.");
        var path = PathArgument();
        command.Arguments.Add(path);
        command.SetAction(async (parsed, ct) =>
        {
            var text = parsed.GetValue(path)!;
            return ConfigPath.TryParse(text, out var wanted, out var error)
                ? await WriteAsync(context, writer => writer.WriteAsync(ConfigEdits.Unset(wanted), cancellationToken: ct), $"Removed {text}.").ConfigureAwait(false)
                : context.Fail(error);
        });
        return command;
    }

    private static Command BuildFile(CliContext context)
    {
        var command = new Command("file", "Print the path of the configuration file.");
        command.SetAction(_ =>
        {
            context.Screen.Line(context.Paths.ConfigFile);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildValidate(CliContext context)
    {
        var command = new Command("validate", "Check the configuration and name everything that is wrong with it.");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Options.Add(json);
        command.SetAction(parsed => ConfigValidation.Run(context, parsed.GetValue(json)));
        return command;
    }

    private static Command BuildRestore(CliContext context)
    {
        var command = new Command("restore", "Put back the newest good backup, or a given one; the present file becomes a backup.");
        var backup = new Argument<string?>("backup") { Description = "Backup file (default: the newest good one)", Arity = ArgumentArity.ZeroOrOne };
        command.Arguments.Add(backup);
        command.SetAction(async (parsed, ct) =>
        {
            var file = parsed.GetValue(backup) is { } typed ? context.Paths.Expand(typed) : null;
            var source = file ?? ConfigBackups.NewestGood(context.Paths, context.Environment)?.Path;
            return await WriteAsync(
                context, writer => writer.RestoreAsync(file, ct), $"Restored {context.Paths.Shorten(source ?? "")}.").ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> WriteAsync(CliContext context, Func<ConfigFileWriter, Task<ConfigWriteResult>> write, string done)
    {
        var result = await write(new ConfigFileWriter(context.Paths, context.Environment, context.Time)).ConfigureAwait(false);
        if (!result.Ok)
            return ConfigWrites.Report(context, result);
        context.Screen.Line(result.Changed ? $"{done} Restart the gateway to apply." : "Nothing to change: the file says so already.");
        return ExitCodes.Success;
    }

    private static Argument<string> PathArgument() => new("path") { Description = "Such as gateway.port or agents.list[0].id" };
}
