using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Tools.Mcp;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw mcp</c>: the tool servers of the configuration. Ours.</summary>
internal static class McpCommand
{
    private const int Patience = 35;

    public static Command Build(CliContext context)
    {
        var command = new Command("mcp", "Tool servers (Model Context Protocol) of the configuration.");
        command.Subcommands.Add(List(context));
        return command;
    }

    private static Command List(CliContext context)
    {
        var command = new Command("list", "Reach every server of mcp.servers once and show its tools. No gateway is needed; started servers are ended again.");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Options.Add(json);
        command.SetAction((parsed, ct) => ListAsync(context, parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> ListAsync(CliContext context, bool json, CancellationToken ct)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return ExitCodes.Failure;
        var servers = new McpServers(context.Agents, context.Time);
        await using var owned = servers.ConfigureAwait(false);
        await servers.SettleAsync(TimeSpan.FromSeconds(Patience), ct).ConfigureAwait(false);
        var status = servers.Status();
        if (json)
            context.Screen.Line(JsonText.Pretty(new JsonObject { ["servers"] = new JsonArray([.. status.Select(Json)]) }));
        else
            Write(context, status);
        return status.All(static server => server.State == McpServerState.Ready) ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static JsonObject Json(McpServerStatus server)
    {
        var row = new JsonObject { ["name"] = server.Name, ["transport"] = server.Transport, ["state"] = Word(server.State) };
        if (server.Server is { } program)
            row["server"] = program;
        if (server.Error is { } error)
            row["error"] = error;
        row["tools"] = new JsonArray([.. server.Tools.Select(static tool => new JsonObject { ["name"] = tool.Name, ["description"] = tool.Summary })]);
        return row;
    }

    private static void Write(CliContext context, IReadOnlyList<McpServerStatus> status)
    {
        var screen = context.Screen;
        if (status.Count == 0)
        {
            screen.Line("No tool servers are configured (mcp.servers).");
            return;
        }

        foreach (var server in status)
        {
            screen.Line($"{screen.Bold(server.Name)}  {server.Transport}  {Word(server.State)}{(server.Server is { } program ? $"  {program}" : "")}");
            if (server.Error is { } error)
                screen.Line($"  {error}");
            foreach (var tool in server.Tools)
                screen.Line($"  {tool.Name,-40} {tool.Summary}".TrimEnd());
        }
    }

    private static string Word(McpServerState state) => state switch
    {
        McpServerState.Ready => "ready",
        McpServerState.Failed => "failed",
        _ => "connecting",
    };
}
