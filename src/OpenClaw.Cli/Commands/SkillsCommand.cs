using System.CommandLine;
using OpenClaw.Agents.Skills;
using OpenClaw.Cli.Commands.Skills;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol.Skills;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw skills</c> (spec 04 §17): what skills there are and what they lack; looks at this machine, no gateway needed.</summary>
internal static class SkillsCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("skills", "List the skills of the default agent and what they lack.");
        command.Subcommands.Add(List(context));
        command.Subcommands.Add(Info(context));
        command.Subcommands.Add(Check(context));
        command.SetAction(_ => Show(context, report => SkillText.List(context.Screen, report, eligibleOnly: false, verbose: false)));
        return command;
    }

    private static Command List(CliContext context)
    {
        var command = new Command("list", "List all skills.");
        var eligible = new Option<bool>("--eligible") { Description = "Only those that can be used now" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Also say what is missing" };
        var json = Json(command);
        command.Options.Add(eligible);
        command.Options.Add(verbose);
        command.SetAction(parsed => Show(context, report =>
        {
            if (parsed.GetValue(json))
                context.Screen.Line(JsonText.Pretty(SkillJson.List(report, parsed.GetValue(eligible))));
            else
                SkillText.List(context.Screen, report, parsed.GetValue(eligible), parsed.GetValue(verbose));
        }));
        return command;
    }

    private static Command Info(CliContext context)
    {
        var command = new Command("info", "Show one skill: where it is, what it needs, how to install that.");
        var name = new Argument<string>("name") { Description = "Name of the skill" };
        command.Arguments.Add(name);
        var json = Json(command);
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(name)!;
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            if (Report(context).Skills.FirstOrDefault(skill => skill.Name == wanted || skill.SkillKey == wanted) is not { } skill)
                return context.Fail($"there is no skill \"{wanted}\"", $"See {context.Suggest("skills list")}");
            if (parsed.GetValue(json))
                context.Screen.Line(JsonText.Pretty(SkillJson.Of(skill)));
            else
                SkillText.Info(context, skill);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Check(CliContext context)
    {
        var command = new Command("check", "Count the skills that can be used, and list what the others lack.");
        var json = Json(command);
        command.SetAction(parsed => Show(context, report =>
        {
            if (parsed.GetValue(json))
                context.Screen.Line(JsonText.Pretty(SkillJson.Check(report)));
            else
                SkillText.Check(context, report, Library(context).Of(context.Agents.DefaultId).Problems);
        }));
        return command;
    }

    private static Option<bool> Json(Command command)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Options.Add(json);
        return json;
    }

    private static int Show(CliContext context, Action<SkillsStatusResult> write)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return ExitCodes.Failure;
        write(Report(context));
        return ExitCodes.Success;
    }

    private static SkillLibrary Library(CliContext context) => new(context.Agents, new SkillFolders(context.Agents), context.Time);

    private static SkillsStatusResult Report(CliContext context) =>
        new SkillReport(context.Agents, Library(context), new SkillGate(context.Agents)).Status(context.Agents.DefaultId);
}
