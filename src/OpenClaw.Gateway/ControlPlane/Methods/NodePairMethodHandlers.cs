using OpenClaw.Gateway.ControlPlane.Devices;
using OpenClaw.Gateway.ControlPlane.Nodes;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>node.pair.*</c> and <c>node.rename</c> (spec 02 §7).</summary>
internal sealed class NodePairMethodHandlers(NodePairingStore nodes, DevicePairingStore devices, Broadcaster broadcaster)
{
    private const string UnknownRequest = "unknown requestId";

    public void Register(MethodTable table)
    {
        table.Add(NodesMethods.PairRequest, (_, parameters, _) => ValueTask.FromResult(Request(parameters)));
        table.Add(NodesMethods.PairList, (_, _, _) => ValueTask.FromResult<Reply<NodePairListResult>>(
            new NodePairListResult { Pending = nodes.Pending, Paired = nodes.Paired }));
        table.Add(NodesMethods.PairApprove, (context, parameters, _) => ValueTask.FromResult(Approve(context, parameters)));
        table.Add(NodesMethods.PairReject, (context, parameters, _) => ValueTask.FromResult(Reject(context, parameters)));
        table.Add(NodesMethods.PairVerify, (_, parameters, _) => ValueTask.FromResult(Verify(parameters)));
        table.Add(NodesMethods.Rename, (_, parameters, _) => ValueTask.FromResult(Rename(parameters)));
    }

    private Reply<NodePairRequestResult> Request(NodePairRequestParams parameters)
    {
        var (request, created) = nodes.Request(parameters);
        if (created)
            broadcaster.Publish(ProtocolEvents.NodePairRequested, request);
        return new NodePairRequestResult { Status = "pending", Request = request, Created = created };
    }

    private Reply<NodePairApproveResult> Approve(MethodContext context, NodePairApproveParams parameters)
    {
        if (nodes.Approve(parameters.RequestId) is not { } node)
            return GatewayError.Invalid(UnknownRequest);
        Resolved(context, parameters.RequestId, node.NodeId, "approved");
        return new NodePairApproveResult { RequestId = parameters.RequestId, Node = node };
    }

    private Reply<NodePairRejectResult> Reject(MethodContext context, NodePairRejectParams parameters)
    {
        if (nodes.Reject(parameters.RequestId) is not { } request)
            return GatewayError.Invalid(UnknownRequest);
        Resolved(context, parameters.RequestId, request.NodeId, "rejected");
        return new NodePairRejectResult { RequestId = parameters.RequestId, NodeId = request.NodeId };
    }

    private Reply<NodePairVerifyResult> Verify(NodePairVerifyParams parameters)
    {
        var node = nodes.Verify(parameters.NodeId, parameters.Token);
        return new NodePairVerifyResult { Ok = node is not null, Node = node };
    }

    // Most nodes are known by their device pairing only; they have a name all the same.
    private Reply<NodeRenameResult> Rename(NodeRenameParams parameters)
    {
        if (parameters.DisplayName.Trim() is not { Length: > 0 } name)
            return GatewayError.Invalid("displayName required");
        var renamed = nodes.Rename(parameters.NodeId, name) | devices.Rename(parameters.NodeId, name);
        return renamed ? new NodeRenameResult { NodeId = parameters.NodeId, DisplayName = name } : GatewayError.Invalid("unknown nodeId");
    }

    private void Resolved(MethodContext context, string requestId, string nodeId, string decision) =>
        broadcaster.Publish(
            ProtocolEvents.NodePairResolved,
            new NodePairResolvedEvent { RequestId = requestId, NodeId = nodeId, Decision = decision, Ts = context.NowMs });
}
