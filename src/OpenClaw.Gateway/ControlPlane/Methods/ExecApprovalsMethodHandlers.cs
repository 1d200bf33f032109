using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Gateway.ControlPlane.Approvals;
using OpenClaw.Gateway.ControlPlane.Nodes;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.ExecApprovals;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>exec.approvals.*</c> and <c>exec.approval.*</c> (spec 02 §10).</summary>
internal sealed class ExecApprovalsMethodHandlers(ApprovalsStore store, ExecApprovalDesk desk, NodeRegistry nodes)
{
    private const string NodeGetCommand = "system.execApprovals.get";
    private const string NodeSetCommand = "system.execApprovals.set";

    public void Register(MethodTable table)
    {
        table.Add(ExecApprovalsMethods.Get, GetAsync);
        table.Add(ExecApprovalsMethods.Set, SetAsync);
        table.Add(ExecApprovalsMethods.NodeGet, (_, parameters, ct) => NodeAsync(parameters.NodeId, NodeGetCommand, "{}", ct));
        table.Add(ExecApprovalsMethods.NodeSet, (_, parameters, ct) => NodeAsync(parameters.NodeId, NodeSetCommand, SetParams(parameters), ct));
        table.Add(ExecApprovalsMethods.Request, RequestAsync);
        table.Add(ExecApprovalsMethods.Resolve, (context, parameters, _) => ValueTask.FromResult(Resolve(context, parameters)));
    }

    private async ValueTask<Reply<ExecApprovalsGetResult>> GetAsync(MethodContext context, NoParams parameters, CancellationToken ct)
    {
        var now = await store.EnsureAsync(ct).ConfigureAwait(false);
        return now.Problem is { } problem
            ? GatewayError.Unavailable($"{now.Path} cannot be read, so no command runs: {problem}")
            : new ExecApprovalsGetResult { Path = now.Path, Exists = now.Exists, Hash = now.Hash, File = now.Shown };
    }

    private async ValueTask<Reply<ExecApprovalsSetResult>> SetAsync(MethodContext context, ExecApprovalsSetParams parameters, CancellationToken ct)
    {
        if (ApprovalsCheck.Problem(parameters.File) is { } wrong)
            return GatewayError.Invalid(wrong);
        var (now, problem) = await store.SetAsync(parameters.File, parameters.BaseHash, ct).ConfigureAwait(false);
        return now is null
            ? GatewayError.Invalid(problem!)
            : new ExecApprovalsSetResult { Path = now.Path, Exists = now.Exists, Hash = now.Hash, File = now.Shown };
    }

    private async ValueTask<Reply<ExecApprovalRequestResult>> RequestAsync(
        MethodContext context, ExecApprovalRequestParams parameters, CancellationToken ct)
    {
        var subject = new ExecApprovalSubject
        {
            Command = parameters.Command,
            Cwd = parameters.Cwd,
            Host = parameters.Host,
            Security = parameters.Security,
            Ask = parameters.Ask,
            AgentId = parameters.AgentId,
            ResolvedPath = parameters.ResolvedPath,
            SessionKey = parameters.SessionKey,
        };
        var timeout = parameters.TimeoutMs is { } asked
            ? TimeSpan.FromMilliseconds(Math.Min(asked, TimeSpan.FromDays(1).TotalMilliseconds))
            : ExecApprovalDesk.DefaultTimeout;
        var (pending, problem) = desk.Open(subject, parameters.Id, timeout);
        if (pending is null)
            return problem == ExecApprovalDesk.IdPending ? GatewayError.Invalid(problem) : GatewayError.Unavailable(problem!);
        // Only this wait ends with the connection; the question goes on until somebody decides or its time is over.
        var outcome = await pending.Outcome.WaitAsync(ct).ConfigureAwait(false);
        return new ExecApprovalRequestResult
        {
            Id = pending.Id, Decision = outcome.Decision, CreatedAtMs = pending.CreatedAtMs, ExpiresAtMs = pending.ExpiresAtMs,
        };
    }

    private Reply<OkResult> Resolve(MethodContext context, ExecApprovalResolveParams parameters)
    {
        var by = context.Caller.DisplayName is { Length: > 0 } name ? name : context.Caller.ClientId;
        return desk.Resolve(parameters.Id, parameters.Decision, by) is { } problem ? GatewayError.Invalid(problem) : new OkResult { Ok = true };
    }

    private async ValueTask<Reply<JsonElement>> NodeAsync(string nodeId, string command, string paramsJson, CancellationToken ct)
    {
        var answer = await nodes.InvokeAsync(
            new NodeInvocation(nodeId.Trim(), command, paramsJson, null, Guid.NewGuid().ToString()), ct).ConfigureAwait(false);
        if (answer.Ok)
            return answer.PayloadJson is { } text && Parsed(text) is { } parsed ? parsed : answer.Payload ?? Details.Of([]);
        var error = new JsonObject();
        if (answer.ErrorCode is { } code)
            error["code"] = code;
        if (answer.ErrorMessage is { } message)
            error["message"] = message;
        return GatewayError.Unavailable(answer.ErrorMessage ?? "node invoke failed") with { Details = Details.Of(new JsonObject { ["nodeError"] = error }) };
    }

    private static string SetParams(ExecApprovalsNodeSetParams parameters)
    {
        var result = new JsonObject { ["file"] = JsonSerializer.SerializeToNode(parameters.File, ProtocolJson.Default.ExecApprovalsFile) };
        if (parameters.BaseHash is { } hash)
            result["baseHash"] = hash;
        return result.ToJsonString();
    }

    private static JsonElement? Parsed(string text)
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
}
