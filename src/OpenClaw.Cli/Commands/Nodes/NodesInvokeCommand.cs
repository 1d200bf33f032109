using System.CommandLine;
using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary><c>nodes invoke</c>: any command of a node, raw params, raw result.</summary>
internal static class NodesInvokeCommand
{
    private const int TimeoutMs = 30_000;

    public static Command Build(CliContext context)
    {
        var command = new Command("invoke", "Run a command on a node and print its result.");
        var node = NodeOption.AddTo(command);
        var name = new Option<string>("--command") { Description = "Command of the node, such as canvas.eval", HelpName = "name", Required = true };
        var parameters = new Option<string>("--params") { Description = "Params as JSON (default {})", HelpName = "json", DefaultValueFactory = _ => "{}" };
        var patience = new Option<long>("--invoke-timeout") { Description = "How long the node may take (default 15000)", HelpName = "ms", DefaultValueFactory = _ => 15_000 };
        var key = new Option<string?>("--idempotency-key") { Description = "Key that makes a repetition harmless", HelpName = "key" };
        foreach (var option in (Option[])[name, parameters, patience, key])
            command.Options.Add(option);
        var remote = RemoteOptions.AddTo(command, TimeoutMs, password: false);
        command.SetAction((parsed, ct) =>
        {
            if (ReadJson(parsed.GetValue(parameters)!) is not { } json)
                return Task.FromResult(context.Fail("nodes invoke failed: --params is not JSON"));
            var reference = parsed.GetValue(node)!;
            var template = new NodeInvokeParams
            {
                NodeId = "",
                Command = parsed.GetValue(name)!,
                Params = json,
                TimeoutMs = parsed.GetValue(patience),
                IdempotencyKey = parsed.GetValue(key) ?? Guid.NewGuid().ToString(),
            };
            return GatewayVerb.RunAsync(context, remote.Read(parsed), (client, stop) => RunAsync(context, client, reference, template, stop), prefix: "nodes invoke failed", cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CliContext context, GatewayClient client, string reference, NodeInvokeParams template, CancellationToken cancellationToken)
    {
        var (id, problem) = await NodeReference.ResolveAsync(client, reference, cancellationToken).ConfigureAwait(false);
        return id is null
            ? context.Fail($"nodes invoke failed: {problem}")
            : await Raw.PrintAsync(context, client, NodesMethods.Invoke, template with { NodeId = id }, cancellationToken).ConfigureAwait(false);
    }

    private static JsonElement? ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
