namespace OpenClaw.Agents.Credentials;

/// <summary>A credential and where it came from.</summary>
/// <param name="Value">Secret: never logged, never part of a message.</param>
/// <param name="Source">For people, e.g. <c>auth-profiles.json (anthropic:default)</c>.</param>
/// <param name="ProfileId">The profile it is from, e.g. <c>anthropic:default</c>; null for keys of the environment or configuration.</param>
public sealed record ApiKey(string Value, string Source, string? ProfileId = null)
{
    private const int Shown = 4;

    /// <summary>First and last four characters, enough to tell two keys apart; nothing of a short one.</summary>
    public string Masked => Mask(Value);

    /// <inheritdoc cref="Masked"/>
    public static string Mask(string secret) => secret.Length >= 4 * Shown ? $"{secret[..Shown]}…{secret[^Shown..]}" : "…";

    /// <inheritdoc/>
    public override string ToString() => Source;
}
