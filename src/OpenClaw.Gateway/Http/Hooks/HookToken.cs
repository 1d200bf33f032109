using Microsoft.AspNetCore.Http;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>The token of a request, and where it stood: <c>Authorization: Bearer</c>, <c>X-OpenClaw-Token</c>, <c>?token=</c>, in this order.</summary>
/// <param name="Value">The token.</param>
/// <param name="InQuery">True: in the address, where it should not be.</param>
internal sealed record HookToken(string Value, bool InQuery)
{
    /// <summary>Header of the token.</summary>
    public const string Header = "X-OpenClaw-Token";

    /// <summary>Parameter of the token.</summary>
    public const string Parameter = "token";

    private const string Scheme = "Bearer ";

    public static HookToken? Of(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        if (bearer.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && bearer[Scheme.Length..].Trim() is { Length: > 0 } value)
            return new HookToken(value, InQuery: false);
        if (request.Headers[Header].ToString().Trim() is { Length: > 0 } header)
            return new HookToken(header, InQuery: false);
        return request.Query[Parameter].ToString().Trim() is { Length: > 0 } query ? new HookToken(query, InQuery: true) : null;
    }
}
