using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary><c>nodes pending</c>, <c>nodes approve</c>, <c>nodes reject</c>.</summary>
internal static class NodesPairingCommands
{
    public static Command BuildPending(CliContext context)
    {
        var command = new Command("pending", "List node pairing requests.");
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            return GatewayVerb.RunAsync(context, choice, (client, stop) => PendingAsync(context, client, choice.Json, stop), prefix: "nodes pending failed", cancellationToken: ct);
        });
        return command;
    }

    public static Command BuildApprove(CliContext context)
    {
        var (command, request) = Decision("approve", "Approve a node pairing request.");
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var parameters = new NodePairApproveParams { RequestId = parsed.GetValue(request)! };
            return GatewayVerb.RunAsync(
                context,
                remote.Read(parsed),
                (client, stop) => Raw.PrintAsync(context, client, NodesMethods.PairApprove, parameters, stop),
                prefix: "nodes approve failed",
                cancellationToken: ct);
        });
        return command;
    }

    public static Command BuildReject(CliContext context)
    {
        var (command, request) = Decision("reject", "Reject a node pairing request.");
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var parameters = new NodePairRejectParams { RequestId = parsed.GetValue(request)! };
            return GatewayVerb.RunAsync(
                context,
                remote.Read(parsed),
                (client, stop) => Raw.PrintAsync(context, client, NodesMethods.PairReject, parameters, stop),
                prefix: "nodes reject failed",
                cancellationToken: ct);
        });
        return command;
    }

    public static void WritePending(CliContext context, IReadOnlyList<PendingNode> pending)
    {
        var table = new Table("Request", "Node", "IP", "Requested", "Repair");
        foreach (var node in pending)
            table.Row(node.RequestId, node.DisplayName ?? node.NodeId, node.RemoteIp, Ago.Since(node.Ts, context.Time), node.IsRepair == true ? "yes" : "");
        table.Write(context.Screen);
        context.Screen.Line($"Approve one: {context.Suggest("nodes approve <request>")}");
    }

    private static async Task<int> PendingAsync(CliContext context, GatewayClient client, bool json, CancellationToken cancellationToken)
    {
        var list = await client.RequestAsync(NodesMethods.PairList, new NoParams(), cancellationToken: cancellationToken).ConfigureAwait(false);
        if (json)
            context.Screen.Line(JsonText.Pretty(new JsonArray([.. list.Pending.Select(n => JsonSerializer.SerializeToNode(n, ProtocolJson.Default.PendingNode))])));
        else if (list.Pending.Count == 0)
            context.Screen.Line("No pending pairing requests.");
        else
            WritePending(context, list.Pending);
        return ExitCodes.Success;
    }

    private static (Command Command, Argument<string> Request) Decision(string name, string description)
    {
        var command = new Command(name, description);
        var request = new Argument<string>("requestId") { Description = "From nodes pending" };
        command.Arguments.Add(request);
        return (command, request);
    }
}
