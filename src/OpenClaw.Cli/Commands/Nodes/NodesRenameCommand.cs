using System.CommandLine;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary><c>nodes rename</c>.</summary>
internal static class NodesRenameCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("rename", "Give a node another name.");
        var node = NodeOption.AddTo(command);
        var name = new Option<string>("--name") { Description = "New name", HelpName = "name", Required = true };
        command.Options.Add(name);
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            var (reference, wish) = (parsed.GetValue(node)!, parsed.GetValue(name)!);
            return GatewayVerb.RunAsync(context, choice, (client, stop) => RunAsync(context, client, reference, wish, choice.Json, stop), prefix: "nodes rename failed", cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CliContext context, GatewayClient client, string reference, string name, bool json, CancellationToken cancellationToken)
    {
        var (id, problem) = await NodeReference.ResolveAsync(client, reference, cancellationToken).ConfigureAwait(false);
        if (id is null)
            return context.Fail($"nodes rename failed: {problem}");
        var parameters = new NodeRenameParams { NodeId = id, DisplayName = name };
        if (json)
            return await Raw.PrintAsync(context, client, NodesMethods.Rename, parameters, cancellationToken).ConfigureAwait(false);
        var renamed = await client.RequestAsync(NodesMethods.Rename, parameters, cancellationToken: cancellationToken).ConfigureAwait(false);
        context.Screen.Line($"node rename ok: {renamed.NodeId} -> {renamed.DisplayName}");
        return ExitCodes.Success;
    }
}
