using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Hooks;
using OpenClaw.Agents.Skills;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw hooks …</c> (spec 04 §16.2): scripts that run when something happens in the gateway. Works without a gateway.</summary>
internal static class HooksCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("hooks", "Scripts that run when something happens in the gateway.");
        command.Subcommands.Add(BuildList(context));
        command.Subcommands.Add(BuildInfo(context));
        command.Subcommands.Add(BuildCheck(context));
        command.Subcommands.Add(BuildSwitch(context, enable: true));
        command.Subcommands.Add(BuildSwitch(context, enable: false));
        return command;
    }

    private static Command BuildList(CliContext context)
    {
        var command = new Command("list", "List hooks.");
        var eligible = new Option<bool>("--eligible") { Description = "Only those that could run here" };
        var json = JsonOf(command);
        command.Options.Add(eligible);
        command.SetAction(parsed =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var agents = context.Agents;
            var folders = new InternalHookFolders(agents);
            var hooks = folders.All().Where(hook => !parsed.GetValue(eligible) || folders.Missing(hook).IsEmpty).ToList();
            if (parsed.GetValue(json))
            {
                context.Screen.Line(JsonText.Pretty(new JsonObject
                {
                    ["workspaceDir"] = agents.Workspace(agents.DefaultId),
                    ["managedHooksDir"] = folders.ManagedDir,
                    ["hooks"] = new JsonArray([.. hooks.Select(hook => Row(folders, hook))]),
                }));
                return ExitCodes.Success;
            }

            var table = new Table("Hook", "State", "Events", "Source", "What it does");
            foreach (var hook in hooks)
                table.Row(hook.Name, State(folders, hook), string.Join(", ", hook.Events), hook.Source, hook.Description);
            table.Write(context.Screen);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildInfo(CliContext context)
    {
        var command = new Command("info", "One hook, and what it needs.");
        var name = NameOf(command);
        var json = JsonOf(command);
        command.SetAction(parsed =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var folders = new InternalHookFolders(context.Agents);
            if (folders.All().FirstOrDefault(hook => hook.Name == parsed.GetValue(name)) is not { } hook)
                return Unknown(context, parsed.GetValue(name)!);
            if (parsed.GetValue(json))
            {
                context.Screen.Line(JsonText.Pretty(Row(folders, hook)));
                return ExitCodes.Success;
            }

            context.Screen.Line($"{hook.Name}: {hook.Description}");
            context.Screen.Line($"State: {State(folders, hook)}");
            context.Screen.Line($"Events: {string.Join(", ", hook.Events)}");
            context.Screen.Line($"Source: {hook.Source}{(hook.Handler is { } file ? $" ({context.Paths.Shorten(file)})" : "")}");
            if (folders.Missing(hook) is { IsEmpty: false } missing)
                context.Screen.Line($"Missing: {string.Join(", ", [.. missing.Bins, .. missing.AnyBins, .. missing.Env, .. missing.Config, .. missing.Os])}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildCheck(CliContext context)
    {
        var command = new Command("check", "Which hooks could run here, and what the others need.");
        var json = JsonOf(command);
        command.SetAction(parsed =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var folders = new InternalHookFolders(context.Agents);
            var all = folders.All();
            var not = all.Where(hook => !folders.Missing(hook).IsEmpty).ToList();
            if (!parsed.GetValue(json))
            {
                context.Screen.Line($"{all.Count - not.Count} of {all.Count} hooks can run here");
                foreach (var hook in not)
                    context.Screen.Line($"{hook.Name}: see {context.Suggest($"hooks info {hook.Name}")}");
                return ExitCodes.Success;
            }

            context.Screen.Line(JsonText.Pretty(new JsonObject
            {
                ["total"] = all.Count,
                ["eligible"] = all.Count - not.Count,
                ["notEligible"] = not.Count,
                ["hooks"] = new JsonObject
                {
                    ["eligible"] = Texts(all.Except(not).Select(static hook => hook.Name)),
                    ["notEligible"] = new JsonArray([.. not.Select(hook => new JsonObject { ["name"] = hook.Name, ["missing"] = Missing(folders.Missing(hook)) })]),
                },
            }));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildSwitch(CliContext context, bool enable)
    {
        var command = new Command(enable ? "enable" : "disable", enable ? "Switch a hook on; the gateway reads it from its next start or reload." : "Switch a hook off.");
        var name = NameOf(command);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var wanted = parsed.GetValue(name)!;
            if (new InternalHookFolders(context.Agents).All().All(hook => hook.Name != wanted))
                return Unknown(context, wanted);
            var failed = await ConfigWrites.ApplyAsync(context, config => Switch(config, wanted, enable), ct).ConfigureAwait(false);
            if (failed is { } exit)
                return exit;
            context.Screen.Line($"{(enable ? "Enabled" : "Disabled")} {wanted}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Switch(JsonObject config, string name, bool enable)
    {
        var owner = Section(Section(config, "hooks"), "internal");
        if (enable)
            owner["enabled"] = true;
        Section(Section(owner, "entries"), name)["enabled"] = enable;
    }

    private static JsonObject Section(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject section)
            parent[name] = section = [];
        return section;
    }

    private static int Unknown(CliContext context, string name) => context.Fail($"there is no hook {name}", $"List them: {context.Suggest("hooks list")}");

    private static string State(InternalHookFolders folders, InternalHook hook) =>
        !folders.Missing(hook).IsEmpty && !hook.Always ? "missing" : folders.IsEnabled(hook) ? "on" : "off";

    private static JsonObject Row(InternalHookFolders folders, InternalHook hook)
    {
        var missing = folders.Missing(hook);
        return new JsonObject
        {
            ["name"] = hook.Name,
            ["description"] = hook.Description,
            ["emoji"] = hook.Emoji,
            ["eligible"] = hook.Always || missing.IsEmpty,
            ["disabled"] = !folders.IsEnabled(hook),
            ["source"] = hook.Source,
            ["events"] = Texts(hook.Events),
            ["homepage"] = hook.Homepage,
            ["missing"] = Missing(missing),
            ["managedByPlugin"] = false,
        };
    }

    private static JsonObject Missing(SkillRequirements missing) => new()
    {
        ["bins"] = Texts(missing.Bins),
        ["anyBins"] = Texts(missing.AnyBins),
        ["env"] = Texts(missing.Env),
        ["config"] = Texts(missing.Config),
        ["os"] = Texts(missing.Os),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => JsonValue.Create(text))]);

    private static Option<bool> JsonOf(Command command)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Options.Add(json);
        return json;
    }

    private static Argument<string> NameOf(Command command)
    {
        var name = new Argument<string>("name") { Description = "Hook, from hooks list" };
        command.Arguments.Add(name);
        return name;
    }
}
