using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Memory;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Memory;

/// <summary><c>openclaw memory status</c>.</summary>
internal static class MemoryStatusCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("status", "Show where the index is, what it holds, and whether it is up to date.");
        var agent = MemoryAgent.Option();
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Options.Add(agent);
        command.Options.Add(json);
        command.SetAction((parsed, ct) => RunAsync(context, parsed.GetValue(agent), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, string? named, bool json, CancellationToken ct)
    {
        if (MemoryAgent.Choose(context, named) is not { } agentId)
            return ExitCodes.Failure;
        using var tools = new MemoryParts(context);
        var memory = tools.Search;
        var (status, problem) = await memory.StatusAsync(agentId, ct).ConfigureAwait(false);
        if (status is null)
            return context.Fail(problem ?? "the memory index cannot be used");
        var enabled = memory.Config(agentId).Enabled;
        if (json)
            context.Screen.Line(JsonText.Pretty(Json(status, enabled)));
        else
            Write(context, status, enabled);
        return ExitCodes.Success;
    }

    private static JsonObject Json(MemoryStatus status, bool enabled) => new()
    {
        ["agentId"] = status.AgentId,
        ["enabled"] = enabled,
        ["provider"] = status.Provider,
        ["model"] = status.Model,
        ["workspaceDir"] = status.Workspace,
        ["dbPath"] = status.StorePath,
        ["filesOnDisk"] = status.FilesOnDisk,
        ["files"] = status.Files,
        ["chunks"] = status.Chunks,
        ["dirty"] = status.IsStale,
    };

    private static void Write(CliContext context, MemoryStatus status, bool enabled)
    {
        var screen = context.Screen;
        screen.Line($"Agent: {status.AgentId}{(enabled ? "" : " (memory search is off: agents.defaults.memorySearch.enabled)")}");
        screen.Line(status.Model is null ? "Search: by words (keyword)" : $"Search: by meaning and words ({status.Provider}/{status.Model})");
        screen.Line($"Workspace: {context.Paths.Shorten(status.Workspace)}");
        screen.Line($"Index: {context.Paths.Shorten(status.StorePath)}");
        screen.Line($"Indexed: {status.Files} of {status.FilesOnDisk} files, {status.Chunks} places");
        screen.Line(status.IsStale ? $"Files changed since; the next search sees them, or run: {context.Suggest("memory index")}" : "Up to date");
    }
}
