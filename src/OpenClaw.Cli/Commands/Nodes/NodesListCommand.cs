using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary><c>nodes list</c>: the pairing store.</summary>
internal static class NodesListCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("list", "List node pairing requests and paired nodes.");
        NodeFilter.Narrow(command, context, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, GatewayClient client, NodeWish wish, bool json, CancellationToken cancellationToken)
    {
        var list = await client.RequestAsync(NodesMethods.PairList, new NoParams(), cancellationToken: cancellationToken).ConfigureAwait(false);
        var paired = list.Paired;
        if (wish.Connected || wish.Since is not null)
        {
            var live = await client.RequestAsync(NodesMethods.List, new NoParams(), cancellationToken: cancellationToken).ConfigureAwait(false);
            var connected = live.Nodes.Where(n => n.Connected).Select(n => n.NodeId).ToHashSet(StringComparer.Ordinal);
            var seen = paired.Where(n => n.LastConnectedAtMs is not null).ToDictionary(n => n.NodeId, n => n.LastConnectedAtMs!.Value);
            paired = [.. paired.Where(n => wish.Keeps(n.NodeId, connected.Contains(n.NodeId), null, seen, context.Time))];
        }
        if (json)
            context.Screen.Line(JsonText.Pretty(Json(list.Pending, paired)));
        else
            Write(context, list.Pending, paired);
        return ExitCodes.Success;
    }

    // Tokens stay on the gateway's side: a listing is copied into tickets.
    private static JsonObject Json(IReadOnlyList<PendingNode> pending, IReadOnlyList<PairedNode> paired)
    {
        var rows = paired.Select(n =>
        {
            var row = (JsonObject)JsonSerializer.SerializeToNode(n, ProtocolJson.Default.PairedNode)!;
            row.Remove("token");
            return row;
        });
        return new JsonObject
        {
            ["pending"] = new JsonArray([.. pending.Select(n => JsonSerializer.SerializeToNode(n, ProtocolJson.Default.PendingNode))]),
            ["paired"] = new JsonArray([.. rows]),
        };
    }

    private static void Write(CliContext context, IReadOnlyList<PendingNode> pending, IReadOnlyList<PairedNode> paired)
    {
        var screen = context.Screen;
        screen.Line($"Pending: {pending.Count} · Paired: {paired.Count}");
        if (pending.Count > 0)
            NodesPairingCommands.WritePending(context, pending);
        if (paired.Count == 0)
            return;
        var table = new Table("Node", "ID", "IP", "Last Connect");
        foreach (var node in paired)
            table.Row(node.DisplayName ?? node.NodeId, node.NodeId, node.RemoteIp, node.LastConnectedAtMs is null ? "never" : Ago.Since(node.LastConnectedAtMs, context.Time));
        table.Write(screen);
    }
}
