using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary><c>nodes status</c>.</summary>
internal static class NodesStatusCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("status", "List known nodes with their state.");
        NodeFilter.Narrow(command, context, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, GatewayClient client, NodeWish wish, bool json, CancellationToken cancellationToken)
    {
        var list = await client.RequestAsync(NodesMethods.List, new NoParams(), cancellationToken: cancellationToken).ConfigureAwait(false);
        var lastSeen = wish.Since is null ? null : await NodeFilter.LastConnectedAsync(client, cancellationToken).ConfigureAwait(false);
        var nodes = list.Nodes.Where(n => wish.Keeps(n, lastSeen, context.Time)).ToArray();
        if (json)
        {
            var rows = new JsonArray([.. nodes.Select(n => System.Text.Json.JsonSerializer.SerializeToNode(n, ProtocolJson.Default.NodeRow))]);
            context.Screen.Line(JsonText.Pretty(new JsonObject { ["ts"] = list.Ts, ["nodes"] = rows }));
            return ExitCodes.Success;
        }
        var screen = context.Screen;
        screen.Line($"Known: {nodes.Length} · Paired: {nodes.Count(n => n.Paired)} · Connected: {nodes.Count(n => n.Connected)}");
        if (nodes.Length == 0)
            return ExitCodes.Success;
        var table = new Table("Node", "ID", "IP", "Detail", "Status", "Caps");
        foreach (var node in nodes)
        {
            var status = $"{(node.Paired ? "paired" : "unpaired")} · {(node.Connected ? screen.Good("connected") : screen.Dim("disconnected"))}";
            table.Row(NodeReference.Label(node), node.NodeId, node.RemoteIp, NodeText.Detail(node), status, string.Join(", ", node.Caps));
        }
        table.Write(screen);
        return ExitCodes.Success;
    }
}
