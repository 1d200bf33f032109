using System.CommandLine;
using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary><c>nodes describe</c>.</summary>
internal static class NodesDescribeCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("describe", "Show what one node is and can do.");
        var node = NodeOption.AddTo(command);
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            var reference = parsed.GetValue(node)!;
            return GatewayVerb.RunAsync(context, choice, (client, stop) => RunAsync(context, client, reference, choice.Json, stop), prefix: "nodes describe failed", cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, GatewayClient client, string reference, bool json, CancellationToken cancellationToken)
    {
        var (id, problem) = await NodeReference.ResolveAsync(client, reference, cancellationToken).ConfigureAwait(false);
        if (id is null)
            return context.Fail($"nodes describe failed: {problem}");
        var payload = await Raw.AskAsync(client, NodesMethods.Describe, new NodeDescribeParams { NodeId = id }, cancellationToken).ConfigureAwait(false);
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(payload));
            return ExitCodes.Success;
        }
        var node = payload.Deserialize(ProtocolJson.Default.NodeDescribeResult)!;
        var table = new Table("Field", "Value");
        foreach (var (field, value) in Fields(node))
        {
            if (!string.IsNullOrEmpty(value))
                table.Row(field, value);
        }
        table.Write(context.Screen);
        context.Screen.Line("Commands");
        foreach (var name in node.Commands)
            context.Screen.Line($"- {name}");
        if (node.Commands.Count == 0)
            context.Screen.Line("- none");
        return ExitCodes.Success;
    }

    private static IEnumerable<(string Field, string? Value)> Fields(NodeDescribeResult node) =>
    [
        ("ID", node.NodeId),
        ("Name", node.DisplayName),
        ("IP", node.RemoteIp),
        ("Device", node.DeviceFamily),
        ("Model", node.ModelIdentifier),
        ("Perms", NodeText.Permissions(node)),
        ("Version", NodeText.Version(node)),
        ("PATH", node.PathEnv),
        ("Status", $"{(node.Paired ? "paired" : "unpaired")} · {(node.Connected ? "connected" : "disconnected")}"),
        ("Caps", string.Join(", ", node.Caps)),
    ];
}
