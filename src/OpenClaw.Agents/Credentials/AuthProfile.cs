using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Credentials;

/// <summary>One credential of <c>auth-profiles.json</c> (spec 08 §15).</summary>
/// <param name="Id">Usually <c>provider:name</c>.</param>
/// <param name="Provider">Whose it is, normalised.</param>
/// <param name="Type"><c>api_key</c>, <c>token</c> or <c>oauth</c>.</param>
/// <param name="Secret">Null when the entry holds none.</param>
/// <param name="ExpiresAt">When it stops working; null: never, as far as is known.</param>
/// <param name="Email">Account, for people.</param>
public sealed record AuthProfile(string Id, string Provider, string Type, string? Secret, DateTimeOffset? ExpiresAt, string? Email)
{
    /// <summary>A key of a person or a machine.</summary>
    public const string ApiKeyType = "api_key";

    /// <summary>A bearer token without a refresh token.</summary>
    public const string TokenType = "token";

    /// <summary>An access token that a login produced.</summary>
    public const string OAuthType = "oauth";

    /// <summary>The type of a subscription's credential ranks before keys that are paid by use.</summary>
    internal int Rank => Type switch { OAuthType => 0, TokenType => 1, _ => 2 };

    /// <summary>False: it holds nothing, or what it holds no longer works.</summary>
    public bool IsUsable(DateTimeOffset now) => Secret is not null && !(ExpiresAt <= now);

    internal static AuthProfile? Read(string id, JsonNode? node)
    {
        if (node is not JsonObject entry || Text(entry, "provider") is not { } provider)
            return null;
        var type = Text(entry, "type") ?? string.Empty;
        var secret = type switch
        {
            ApiKeyType => Text(entry, "key"),
            TokenType => Text(entry, "token"),
            OAuthType => Text(entry, "access"),
            _ => null,
        };
        var expires = ProfileUsage.Number(entry, "expires");
        return new AuthProfile(
            id, ModelRef.NormalizeProvider(provider), type, secret, expires is > 0 and < 253402300799999 ? DateTimeOffset.FromUnixTimeMilliseconds(expires) : null, Text(entry, "email"));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({Type})";

    private static string? Text(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
