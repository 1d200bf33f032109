using System.CommandLine;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Cli.Commands.Nodes;

/// <summary><c>--connected</c> and <c>--last-connected</c>.</summary>
internal sealed class NodeFilter
{
    private readonly Option<bool> _connected = new("--connected") { Description = "Connected nodes only" };
    private readonly Option<string?> _since = new("--last-connected") { Description = "Connected within this time, such as 24h", HelpName = "duration" };

    private NodeFilter()
    {
    }

    /// <summary>Gives a command that asks the gateway for nodes these options, and the work to do with what was typed.</summary>
    public static void Narrow(
        Command command, CliContext context, Func<CliContext, GatewayClient, NodeWish, bool, CancellationToken, Task<int>> work)
    {
        var filter = new NodeFilter();
        command.Options.Add(filter._connected);
        command.Options.Add(filter._since);
        var remote = RemoteOptions.AddTo(command, password: false);
        command.SetAction((parsed, ct) =>
        {
            var choice = remote.Read(parsed);
            return filter.Read(parsed, out var problem) is { } wish
                ? GatewayVerb.RunAsync(
                    context, choice, (client, stop) => work(context, client, wish, choice.Json, stop), prefix: $"nodes {command.Name} failed", cancellationToken: ct)
                : Task.FromResult(context.Fail(problem!));
        });
    }

    /// <summary>When each paired node last connected.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> LastConnectedAsync(GatewayClient client, CancellationToken cancellationToken)
    {
        var pairs = await client.RequestAsync(NodesMethods.PairList, new NoParams(), cancellationToken: cancellationToken).ConfigureAwait(false);
        return pairs.Paired.Where(n => n.LastConnectedAtMs is not null).ToDictionary(n => n.NodeId, n => n.LastConnectedAtMs!.Value);
    }

    /// <summary>What was typed, or null with the reason.</summary>
    private NodeWish? Read(ParseResult parsed, out string? problem)
    {
        problem = null;
        if (parsed.GetValue(_since) is not { } text)
            return new NodeWish(parsed.GetValue(_connected), null);
        if (Duration.Parse(text) is { } span)
            return new NodeWish(parsed.GetValue(_connected), span);
        problem = $"--last-connected: '{text}' is not a duration; use a number with ms, s, m, h or d, such as 24h";
        return null;
    }
}
