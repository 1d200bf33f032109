namespace OpenClaw.Configuration.Model;

/// <summary>One of <c>hooks.internal.entries</c>.</summary>
public sealed record InternalHookEntryConfig
{
    /// <summary>Run it; null: as if true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Variables it gets.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    internal static InternalHookEntryConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled"),
        Env = node.TextMap("env") ?? new Dictionary<string, string>(),
    };
}
