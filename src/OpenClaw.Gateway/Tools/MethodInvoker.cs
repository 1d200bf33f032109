using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Http;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Eras;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Tools;

/// <summary>
/// Uses the gateway's methods on behalf of a run, with the scopes of whoever caused it: the same checks, the same validation, the same
/// handler as for a client. There is no other gateway that a tool could reach (CVE-2026-26322), and no scope it could borrow
/// (CVE-2026-32051).
/// </summary>
internal sealed class MethodInvoker(MethodTable methods, TimeProvider time)
{
    /// <summary>True when the gateway answers the method.</summary>
    public bool Has(string method) => methods.Find(method) is not null;

    /// <summary>True when the gateway answers the method and the caller may use it.</summary>
    public bool Allows(string method, RunCaller caller) =>
        methods.Find(method) is { } entry && Authorization.Check(Behind(caller, string.Empty), entry.Definition.Scope) is null;

    /// <summary>Calls a method.</summary>
    /// <param name="method">Wire name.</param>
    /// <param name="parameters">Its params.</param>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="requestId">For logs.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The payload, the error, or both, as on the wire.</returns>
    public async ValueTask<(JsonElement? Payload, GatewayError? Error)> CallAsync(
        string method, JsonObject parameters, RunCaller caller, string requestId, CancellationToken ct)
    {
        var who = Behind(caller, requestId);
        var entry = methods.Find(method);
        if (Authorization.Check(who, entry?.Definition.Scope ?? MethodScope.Admin) is { } denied)
            return (null, denied);
        if (entry is null)
            return (null, GatewayError.Invalid($"unknown method: {method}"));
        var context = new MethodContext(who, requestId, time, new OneAnswer());
        var answer = await entry.CallAsync(context, JsonBytes.Of(parameters), ct).ConfigureAwait(false);
        context.Afterwards?.Invoke();
        return answer;
    }

    private static Caller Behind(RunCaller caller, string requestId) => new()
    {
        ConnId = $"run:{requestId}",
        Role = Roles.Operator,
        Scopes = caller.Scopes,
        Era = ProtocolEra.First,
        ClientId = "agent",
        ClientMode = ClientModes.Backend,
        IsLocal = true,
    };

    /// <summary>A tool hears the last answer only.</summary>
    private sealed class OneAnswer : IInterimResponder
    {
        public void RespondInterim<T>(string requestId, T payload, JsonTypeInfo<T> type)
        {
        }
    }
}
