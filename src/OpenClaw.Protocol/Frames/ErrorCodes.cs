namespace OpenClaw.Protocol.Frames;

/// <summary>The values of <see cref="GatewayError.Code"/> (spec 01 §15).</summary>
public static class ErrorCodes
{
    /// <summary>Validation, preconditions, authorization and handshake refusals.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>A handler threw, a dependency is down, a node answered with an error, or the gateway is still starting.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>Handshake only: a device identity or an approved pairing is missing.</summary>
    public const string NotPaired = "NOT_PAIRED";

    /// <summary>The messaging account is not linked.</summary>
    public const string NotLinked = "NOT_LINKED";

    /// <summary>An agent run hit its deadline.</summary>
    public const string AgentTimeout = "AGENT_TIMEOUT";

    /// <summary>Protocol 4 clients only: a scope is missing. Protocol 3 clients get <see cref="InvalidRequest"/>.</summary>
    public const string Forbidden = "FORBIDDEN";
}
