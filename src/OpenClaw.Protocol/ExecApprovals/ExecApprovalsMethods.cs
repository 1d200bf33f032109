using System.Text.Json;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Approval of commands: the rules, and the questions asked while running (spec 02 §10).</summary>
public static class ExecApprovalsMethods
{
    /// <summary><c>exec.approvals.get</c></summary>
    public static MethodDefinition<NoParams, ExecApprovalsGetResult> Get { get; } = new(
        "exec.approvals.get",
        MethodScope.Admin,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.ExecApprovalsGetResult)
    {
        Summary = "Returns the rules of the gateway host.",
    };

    /// <summary><c>exec.approvals.set</c></summary>
    public static MethodDefinition<ExecApprovalsSetParams, ExecApprovalsSetResult> Set { get; } = new(
        "exec.approvals.set",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ExecApprovalsSetParams,
        static () => ProtocolJson.Default.ExecApprovalsSetResult)
    {
        Summary = "Replaces the rules of the gateway host.",
    };

    /// <summary><c>exec.approvals.node.get</c></summary>
    public static MethodDefinition<ExecApprovalsNodeGetParams, JsonElement> NodeGet { get; } = new(
        "exec.approvals.node.get",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ExecApprovalsNodeGetParams,
        static () => ProtocolJson.Default.JsonElement)
    {
        Summary = "Returns the rules of a node.",
    };

    /// <summary><c>exec.approvals.node.set</c></summary>
    public static MethodDefinition<ExecApprovalsNodeSetParams, JsonElement> NodeSet { get; } = new(
        "exec.approvals.node.set",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ExecApprovalsNodeSetParams,
        static () => ProtocolJson.Default.JsonElement)
    {
        Summary = "Replaces the rules of a node.",
    };

    /// <summary><c>exec.approval.request</c></summary>
    public static MethodDefinition<ExecApprovalRequestParams, ExecApprovalRequestResult> Request { get; } = new(
        "exec.approval.request",
        MethodScope.Approvals,
        static () => ProtocolJson.Default.ExecApprovalRequestParams,
        static () => ProtocolJson.Default.ExecApprovalRequestResult)
    {
        Summary = "Asks operators whether a command may run and waits for the answer.",
    };

    /// <summary><c>exec.approval.resolve</c></summary>
    public static MethodDefinition<ExecApprovalResolveParams, OkResult> Resolve { get; } = new(
        "exec.approval.resolve",
        MethodScope.Approvals,
        static () => ProtocolJson.Default.ExecApprovalResolveParams,
        static () => ProtocolJson.Default.OkResult)
    {
        Summary = "Answers such a question.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Get, Set, NodeGet, NodeSet, Request, Resolve];
}
