namespace OpenClaw.Agents.Credentials;

/// <summary>A credential and where it came from.</summary>
/// <param name="Value">Secret: never logged, never part of a message.</param>
/// <param name="Source">For people, e.g. <c>auth-profiles.json (anthropic:default)</c>.</param>
public sealed record ApiKey(string Value, string Source)
{
    /// <inheritdoc/>
    public override string ToString() => Source;
}
