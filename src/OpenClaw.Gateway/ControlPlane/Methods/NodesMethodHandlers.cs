using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Gateway.ControlPlane.Nodes;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>node.list</c>, <c>node.describe</c>, <c>node.invoke</c>, <c>node.invoke.result</c> and <c>node.event</c> (spec 02 §7).</summary>
internal sealed class NodesMethodHandlers(NodeRows rows, NodeRegistry nodes, NodeDesk desk, NodeEvents events)
{
    public void Register(MethodTable table)
    {
        table.Add(NodesMethods.List, (context, _, _) => ValueTask.FromResult<Reply<NodeListResult>>(
            new NodeListResult { Ts = context.NowMs, Nodes = rows.List() }));
        table.Add(NodesMethods.Describe, (context, parameters, _) => ValueTask.FromResult(Describe(context, parameters)));
        table.Add(NodesMethods.Invoke, InvokeAsync);
        table.Add(NodesMethods.InvokeResult, (context, parameters, _) => ValueTask.FromResult(Result(context, parameters)));
        table.Add(NodesMethods.Event, (context, parameters, _) =>
        {
            events.Handle(context.Caller, parameters.Event, PayloadOf(parameters));
            return ValueTask.FromResult<Reply<NodeEventResult>>(new NodeEventResult { Ok = true });
        });
    }

    private Reply<NodeDescribeResult> Describe(MethodContext context, NodeDescribeParams parameters) =>
        rows.Find(parameters.NodeId) is { } row ? NodeDescriptions.Of(row, context.NowMs) : GatewayError.Invalid("unknown nodeId");

    private async ValueTask<Reply<NodeInvokeResult>> InvokeAsync(MethodContext context, NodeInvokeParams parameters, CancellationToken cancellationToken)
    {
        var (nodeId, command) = (parameters.NodeId.Trim(), parameters.Command.Trim());
        if (nodeId.Length == 0 || command.Length == 0)
            return GatewayError.Invalid("nodeId and command required");
        if (nodes.Find(nodeId) is not { } node)
            return Unavailable("node not connected", new JsonObject { ["code"] = "NOT_CONNECTED" });
        if (desk.Refusal(node, command) is { } reason)
        {
            var details = new JsonObject { ["reason"] = reason, ["command"] = command };
            return GatewayError.Invalid("node command not allowed") with { Details = Details.Of(details) };
        }
        var paramsJson = parameters.Params is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } given ? given.GetRawText() : null;
        var answer = await nodes.InvokeAsync(
            new NodeInvocation(nodeId, command, paramsJson, parameters.TimeoutMs, parameters.IdempotencyKey), cancellationToken).ConfigureAwait(false);
        return answer.Ok
            ? new NodeInvokeResult { Ok = true, NodeId = nodeId, Command = command, Payload = answer.PayloadJson is { } text ? Parsed(text) : answer.Payload, PayloadJson = answer.PayloadJson }
            : Failed(answer);
    }

    private static GatewayError Failed(NodeAnswer answer)
    {
        if (answer.ErrorCode == "NOT_CONNECTED")
            return Unavailable("node not connected", new JsonObject { ["code"] = "NOT_CONNECTED" });
        if (answer.ErrorCode == "DISCONNECTED")
            return GatewayError.Unavailable($"Error: {answer.ErrorMessage}");
        var nodeError = new JsonObject();
        if (answer.ErrorCode is { } code)
            nodeError["code"] = code;
        if (answer.ErrorMessage is { } message)
            nodeError["message"] = message;
        return Unavailable(answer.ErrorMessage ?? "node invoke failed", new JsonObject { ["nodeError"] = nodeError });
    }

    private Reply<NodeInvokeResultResult> Result(MethodContext context, NodeInvokeResultParams parameters)
    {
        if (context.Caller.NodeId != parameters.NodeId)
            return GatewayError.Invalid("nodeId mismatch");
        var answer = new NodeAnswer
        {
            Ok = parameters.Ok,
            Payload = parameters.Payload,
            PayloadJson = TextOf(parameters.PayloadJson),
            ErrorCode = parameters.Error?.Code,
            ErrorMessage = parameters.Error?.Message,
        };
        var taken = nodes.Complete(parameters.Id, context.ConnId, answer);
        return new NodeInvokeResultResult { Ok = true, Ignored = taken ? null : true };
    }

    private static JsonElement? PayloadOf(NodeEventParams parameters) =>
        TextOf(parameters.PayloadJson) is { } text ? ParsedOrNull(text) : parameters.Payload;

    private static JsonElement Parsed(string text) =>
        ParsedOrNull(text) ?? Details.Of(new JsonObject { ["payloadJSON"] = text });

    private static JsonElement? ParsedOrNull(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = ProtocolLimits.MaxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static GatewayError Unavailable(string message, JsonObject details) =>
        GatewayError.Unavailable(message) with { Details = Details.Of(details) };
}
