using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>The file of a node, asked for through the gateway.</summary>
internal sealed class NodeRules(GatewayClient client, string nodeId) : IApprovalRules
{
    public async Task<ExecApprovalsGetResult> GetAsync(CancellationToken ct) => Read(
        await client.RequestAsync(ExecApprovalsMethods.NodeGet, new ExecApprovalsNodeGetParams { NodeId = nodeId }, cancellationToken: ct)
            .ConfigureAwait(false));

    public async Task<ExecApprovalsGetResult> SetAsync(ExecApprovalsFile file, ExecApprovalsGetResult before, CancellationToken ct) => Read(
        await client.RequestAsync(
            ExecApprovalsMethods.NodeSet, new ExecApprovalsNodeSetParams { NodeId = nodeId, File = file, BaseHash = before.Hash }, cancellationToken: ct)
            .ConfigureAwait(false));

    private static ExecApprovalsGetResult Read(JsonElement payload) =>
        payload.Deserialize(ProtocolJson.Default.ExecApprovalsGetResult) ?? throw new InvalidDataException("the node answered nothing");
}
