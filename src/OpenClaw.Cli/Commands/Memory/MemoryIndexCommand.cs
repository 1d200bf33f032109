using System.CommandLine;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Memory;

/// <summary><c>openclaw memory index</c>.</summary>
internal static class MemoryIndexCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("index", "Bring the index up to date.");
        var agent = MemoryAgent.Option();
        var force = new Option<bool>("--force") { Description = "Build it anew; the old one stays until the new one is complete" };
        command.Options.Add(agent);
        command.Options.Add(force);
        command.SetAction((parsed, ct) => RunAsync(context, parsed.GetValue(agent), parsed.GetValue(force), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string? named, bool force, CancellationToken ct)
    {
        if (MemoryAgent.Choose(context, named) is not { } agentId)
            return ExitCodes.Failure;
        using var tools = new MemoryParts(context);
        var memory = tools.Search;
        var (status, problem) = await memory.IndexAsync(agentId, force, ct).ConfigureAwait(false);
        if (status is null)
            return context.Fail(problem ?? "the memory index cannot be used");
        context.Screen.Line($"Memory index of {status.AgentId} is up to date: {status.Files} files, {status.Chunks} places.");
        if (status.Missing is { } missing)
            context.Screen.Note($"Some places are found by words alone: {missing}");
        return ExitCodes.Success;
    }
}
