using System.CommandLine;
using OpenClaw.Cli.Commands.Approvals;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw approvals …</c>: which commands agents may run without asking (spec 04 §11.4).</summary>
internal static class ApprovalsCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("approvals", "Which commands agents may run, and when the owner is asked.");
        command.Subcommands.Add(BuildGet(context));
        command.Subcommands.Add(BuildSet(context));
        var list = new Command("allowlist", "Executables that need no approval.");
        list.Subcommands.Add(BuildEntry(context, add: true));
        list.Subcommands.Add(BuildEntry(context, add: false));
        command.Subcommands.Add(list);
        return command;
    }

    private static Command BuildGet(CliContext context)
    {
        var command = new Command("get", "Show the rules of this machine, of the gateway or of a node.");
        var place = ApprovalsPlaceOptions.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var choice = place.Read(parsed);
            return choice.RunAsync(
                context,
                async (rules, stop) =>
                {
                    ApprovalsText.Show(context, choice.Label, await rules.GetAsync(stop).ConfigureAwait(false), choice.Json);
                    return ExitCodes.Success;
                },
                ct);
        });
        return command;
    }

    private static Command BuildSet(CliContext context)
    {
        var command = new Command("set", "Replace the rules by a file (JSON5).");
        var file = new Option<string?>("--file") { Description = "File with the new rules", HelpName = "path" };
        var stdin = new Option<bool>("--stdin") { Description = "Read the new rules from standard input" };
        command.Options.Add(file);
        command.Options.Add(stdin);
        var place = ApprovalsPlaceOptions.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetValue(file);
            if (path is null != parsed.GetValue(stdin))
                return context.Fail("give either --file <path> or --stdin");
            var (content, problem) = await ApprovalsInput.ReadAsync(path, ct).ConfigureAwait(false);
            if (content is null)
                return context.Fail($"{path ?? "standard input"}: {problem}");
            var choice = place.Read(parsed);
            return await choice.RunAsync(
                context,
                async (rules, stop) =>
                {
                    var now = await rules.GetAsync(stop).ConfigureAwait(false);
                    ApprovalsText.Show(context, choice.Label, await rules.SetAsync(content, now, stop).ConfigureAwait(false), choice.Json);
                    return ExitCodes.Success;
                },
                ct).ConfigureAwait(false);
        });
        return command;
    }

    private static Command BuildEntry(CliContext context, bool add)
    {
        var command = new Command(add ? "add" : "remove", add ? "Allow an executable by its path; * ? ** are wildcards." : "Take an entry away.");
        var pattern = new Argument<string>("pattern") { Description = "For example /usr/bin/rg or ~/bin/*" };
        var agent = new Option<string>("--agent") { Description = "Agent (default * for all)", HelpName = "id", DefaultValueFactory = _ => "*" };
        command.Arguments.Add(pattern);
        command.Options.Add(agent);
        var place = ApprovalsPlaceOptions.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var (text, id) = (parsed.GetValue(pattern)!.Trim(), parsed.GetValue(agent)!.Trim());
            if (add && text.AsSpan().IndexOfAny('/', '\\', '~') < 0)
                return Task.FromResult(context.Fail($"\"{text}\" would never match: give a path such as /usr/bin/{text}"));
            var choice = place.Read(parsed);
            return choice.RunAsync(
                context,
                async (rules, stop) =>
                {
                    var now = await rules.GetAsync(stop).ConfigureAwait(false);
                    if ((add ? ApprovalsEdit.Adding(now.File, id, text) : ApprovalsEdit.Removing(now.File, id, text)) is not { } changed)
                    {
                        context.Screen.Line(add ? "Already allowlisted." : "Pattern not found.");
                        return ExitCodes.Success;
                    }

                    ApprovalsText.Show(context, choice.Label, await rules.SetAsync(changed, now, stop).ConfigureAwait(false), choice.Json);
                    return ExitCodes.Success;
                },
                ct);
        });
        return command;
    }
}
