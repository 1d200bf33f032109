namespace OpenClaw.Client.Connection;

/// <summary>
/// Which token a connect presents (spec 01 §8.3): the stored device token before the shared one, as long as it covers what is asked
/// for. When the gateway refuses it, it is forgotten and the shared one is next.
/// </summary>
internal sealed class TokenChoice
{
    private readonly GatewayClientOptions _options;
    private readonly string? _stored;

    public TokenChoice(GatewayClientOptions options)
    {
        _options = options;
        if (options is not { Identity: { } identity, Tokens: { } store } || store.Find(identity.DeviceId, options.Role) is not { } found)
            return;
        var covers = options.Scopes.All(s => found.Scopes.Contains(s, StringComparer.Ordinal));
        if (covers || !HasShared)
            _stored = found.Token;
    }

    public string? Token => _stored ?? _options.Token;

    private bool HasShared => _options.Token is not null || _options.Password is not null;

    /// <summary>True when the refusal concerned a stored token and there is a shared secret to try instead. Forgets the stored one.</summary>
    public bool GiveUpStored(GatewayClosedException refusal)
    {
        if (_stored is null || !IsAboutCredentials(refusal))
            return false;
        _options.Tokens!.Remove(_options.Identity!.DeviceId, _options.Role);
        return HasShared;
    }

    // Gateways of the era say only "unauthorized: …" for a device token they do not know; newer ones name it.
    private static bool IsAboutCredentials(GatewayClosedException refusal) =>
        refusal.Reason.StartsWith("unauthorized", StringComparison.OrdinalIgnoreCase)
        || refusal.Reason.Contains("token mismatch", StringComparison.OrdinalIgnoreCase);
}
