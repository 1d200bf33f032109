using System.Text.Json.Nodes;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>The scope matrix of spec 01 §14. Runs before the method is looked up, so an unknown name needs admin too.</summary>
internal static class Authorization
{
    /// <summary>Null when the caller may; else the error to answer.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="scope">What the method asks for; an unknown method asks for admin.</param>
    public static GatewayError? Check(Caller caller, MethodScope scope)
    {
        if (scope == MethodScope.NodeOnly != caller.IsNode)
            return GatewayError.Invalid($"unauthorized role: {caller.Role}");
        return scope switch
        {
            MethodScope.NodeOnly => null,
            MethodScope.Read => caller.Holds(Scopes.Write) ? null : Require(caller, Scopes.Read),
            MethodScope.Write => Require(caller, Scopes.Write),
            MethodScope.Approvals => Require(caller, Scopes.Approvals),
            MethodScope.Pairing => Require(caller, Scopes.Pairing),
            _ => Require(caller, Scopes.Admin),
        };
    }

    private static GatewayError? Require(Caller caller, string scope)
    {
        if (caller.Holds(scope))
            return null;
        var error = new GatewayError(caller.Era.MissingScopeCode, $"missing scope: {scope}");
        if (!caller.Era.DetailsMissingScope)
            return error;
        var details = new JsonObject { ["code"] = "MISSING_SCOPE", ["missingScope"] = scope, ["requiredScopes"] = new JsonArray(scope) };
        return error with { Details = Details.Of(details) };
    }
}
