using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Nodes: what is connected, what it can do, asking it to do it, and pairing (spec 02 §7).</summary>
public static class NodesMethods
{
    /// <summary><c>node.list</c></summary>
    public static MethodDefinition<NoParams, NodeListResult> List { get; } = new(
        "node.list",
        MethodScope.Read,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.NodeListResult)
    {
        Summary = "Lists paired and connected nodes.",
    };

    /// <summary><c>node.describe</c></summary>
    public static MethodDefinition<NodeDescribeParams, NodeDescribeResult> Describe { get; } = new(
        "node.describe",
        MethodScope.Read,
        static () => ProtocolJson.Default.NodeDescribeParams,
        static () => ProtocolJson.Default.NodeDescribeResult)
    {
        Summary = "Describes one node.",
    };

    /// <summary><c>node.invoke</c></summary>
    public static MethodDefinition<NodeInvokeParams, NodeInvokeResult> Invoke { get; } = new(
        "node.invoke",
        MethodScope.Write,
        static () => ProtocolJson.Default.NodeInvokeParams,
        static () => ProtocolJson.Default.NodeInvokeResult)
    {
        Summary = "Runs a command on a connected node and waits for its answer.",
    };

    /// <summary><c>node.invoke.result</c></summary>
    public static MethodDefinition<NodeInvokeResultParams, NodeInvokeResultResult> InvokeResult { get; } = new(
        "node.invoke.result",
        MethodScope.NodeOnly,
        static () => ProtocolJson.Default.NodeInvokeResultParams,
        static () => ProtocolJson.Default.NodeInvokeResultResult)
    {
        Summary = "A node answers a command.",
    };

    /// <summary><c>node.event</c></summary>
    public static MethodDefinition<NodeEventParams, NodeEventResult> Event { get; } = new(
        "node.event",
        MethodScope.NodeOnly,
        static () => ProtocolJson.Default.NodeEventParams,
        static () => ProtocolJson.Default.NodeEventResult)
    {
        Summary = "A node reports something.",
    };

    /// <summary><c>node.pair.request</c></summary>
    public static MethodDefinition<NodePairRequestParams, NodePairRequestResult> PairRequest { get; } = new(
        "node.pair.request",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.NodePairRequestParams,
        static () => ProtocolJson.Default.NodePairRequestResult)
    {
        Summary = "Asks for a node to be paired.",
    };

    /// <summary><c>node.pair.list</c></summary>
    public static MethodDefinition<NoParams, NodePairListResult> PairList { get; } = new(
        "node.pair.list",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.NodePairListResult)
    {
        Summary = "Lists paired nodes and open pairing requests.",
    };

    /// <summary><c>node.pair.approve</c></summary>
    public static MethodDefinition<NodePairApproveParams, NodePairApproveResult> PairApprove { get; } = new(
        "node.pair.approve",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.NodePairApproveParams,
        static () => ProtocolJson.Default.NodePairApproveResult)
    {
        Summary = "Approves a node and gives it a new token.",
    };

    /// <summary><c>node.pair.reject</c></summary>
    public static MethodDefinition<NodePairRejectParams, NodePairRejectResult> PairReject { get; } = new(
        "node.pair.reject",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.NodePairRejectParams,
        static () => ProtocolJson.Default.NodePairRejectResult)
    {
        Summary = "Rejects a node.",
    };

    /// <summary><c>node.pair.verify</c></summary>
    public static MethodDefinition<NodePairVerifyParams, NodePairVerifyResult> PairVerify { get; } = new(
        "node.pair.verify",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.NodePairVerifyParams,
        static () => ProtocolJson.Default.NodePairVerifyResult)
    {
        Summary = "Checks the token of a paired node.",
    };

    /// <summary><c>node.rename</c></summary>
    public static MethodDefinition<NodeRenameParams, NodeRenameResult> Rename { get; } = new(
        "node.rename",
        MethodScope.Pairing,
        static () => ProtocolJson.Default.NodeRenameParams,
        static () => ProtocolJson.Default.NodeRenameResult)
    {
        Summary = "Renames a node.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } =
    [
        List,
        Describe,
        Invoke,
        InvokeResult,
        Event,
        PairRequest,
        PairList,
        PairApprove,
        PairReject,
        PairVerify,
        Rename,
    ];
}
