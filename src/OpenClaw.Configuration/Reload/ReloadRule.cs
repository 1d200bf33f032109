namespace OpenClaw.Configuration.Reload;

/// <summary>What a change under a prefix needs.</summary>
/// <param name="Prefix">Whole segments of a dot path.</param>
/// <param name="Kind">The class of the change.</param>
internal sealed record ReloadRule(string Prefix, ReloadKind Kind)
{
    public IReadOnlyList<ReloadAction> Actions { get; init; } = [];

    /// <summary>The channel to restart.</summary>
    public string? Channel { get; init; }

    public bool Covers(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal) && (path.Length == Prefix.Length || path[Prefix.Length] == '.');
}
