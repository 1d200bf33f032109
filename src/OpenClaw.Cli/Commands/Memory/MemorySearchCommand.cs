using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Memory;

/// <summary><c>openclaw memory search</c>.</summary>
internal static class MemorySearchCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("search", "Find places in an agent's notes.");
        var query = new Argument<string[]>("query") { Description = "Words to look for", Arity = ArgumentArity.OneOrMore };
        var agent = MemoryAgent.Option();
        var most = new Option<int?>("--max-results") { Description = "Most results (default 6)", HelpName = "n" };
        var least = new Option<double?>("--min-score") { Description = "Leave out results below this score, 0 to 1 (default 0.35)", HelpName = "score" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Arguments.Add(query);
        foreach (var option in (Option[])[agent, most, least, json])
            command.Options.Add(option);
        command.SetAction((parsed, ct) => RunAsync(
            context, string.Join(' ', parsed.GetValue(query) ?? []), parsed.GetValue(agent), parsed.GetValue(most), parsed.GetValue(least), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string query, string? named, int? most, double? least, bool json, CancellationToken ct)
    {
        if (most is < 1)
            return context.Fail("--max-results must be 1 or more");
        if (least is < 0 or > 1)
            return context.Fail("--min-score must be between 0 and 1");
        if (MemoryAgent.Choose(context, named) is not { } agentId)
            return ExitCodes.Failure;
        using var tools = new MemoryParts(context);
        var memory = tools.Search;
        var answer = await memory.SearchAsync(agentId, query, most, least, ct).ConfigureAwait(false);
        if (answer.Problem is { } problem)
            return context.Fail(problem);
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject { ["results"] = new JsonArray([.. answer.Hits.Select(static hit => hit.ToJson())]) }));
            return ExitCodes.Success;
        }

        if (answer.Wanted is not null)
            context.Screen.Note($"Searched by words alone: {answer.Reason}");
        if (answer.Hits.Count == 0)
            context.Screen.Line("Nothing found.");
        foreach (var hit in answer.Hits)
        {
            context.Screen.Line(string.Create(CultureInfo.InvariantCulture, $"{hit.Score:0.00} {context.Paths.Shorten(hit.Path)}:{hit.StartLine}-{hit.EndLine}"));
            context.Screen.Line(hit.Snippet.Trim());
            context.Screen.Line("");
        }

        return ExitCodes.Success;
    }
}
