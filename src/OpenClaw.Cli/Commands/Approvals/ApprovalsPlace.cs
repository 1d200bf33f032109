using OpenClaw.Cli.Commands.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>Whose approvals file a command is about: this installation's, the gateway's or a node's.</summary>
internal sealed record ApprovalsPlace(RemoteChoice Remote, bool Gateway, string? Node)
{
    public bool Json => Remote.Json;

    /// <summary>As shown to people.</summary>
    public string Label => Node is { } node ? $"node {node}" : Gateway ? "gateway" : "local";

    /// <summary>Runs a command on that file; failures are worded here.</summary>
    public async Task<int> RunAsync(CliContext context, Func<IApprovalRules, CancellationToken, Task<int>> body, CancellationToken ct)
    {
        if (Gateway && Node is not null)
            return context.Fail("give either --gateway or --node");
        try
        {
            if (!Gateway && Node is null)
                return await body(new LocalRules(context), ct).ConfigureAwait(false);
            return await GatewayVerb.RunAsync(
                context,
                Remote,
                async (client, stop) =>
                {
                    if (Node is null)
                        return await body(new GatewayRules(client), stop).ConfigureAwait(false);
                    var (id, problem) = await NodeReference.ResolveAsync(client, Node, stop).ConfigureAwait(false);
                    return id is null ? context.Fail(problem!) : await body(new NodeRules(client, id), stop).ConfigureAwait(false);
                },
                cancellationToken: ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException or TimeoutException)
        {
            return context.Fail(problem.Message);
        }
    }
}
