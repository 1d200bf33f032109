namespace OpenClaw.Channels.Contract;

/// <summary>What a logout did (spec 10 §1.6).</summary>
/// <param name="Cleared">Credentials were removed.</param>
/// <param name="LoggedOut">The account has none left; null: not known.</param>
/// <param name="EnvToken">True: a token from the environment remains; null where that cannot be.</param>
public sealed record LogoutResult(bool Cleared, bool? LoggedOut = null, bool? EnvToken = null);
