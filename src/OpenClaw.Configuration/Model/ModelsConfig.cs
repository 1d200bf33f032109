namespace OpenClaw.Configuration.Model;

/// <summary><c>models</c>.</summary>
public sealed record ModelsConfig
{
    /// <summary><c>merge</c> with the built-in catalogue or <c>replace</c> it.</summary>
    public string Mode { get; init; } = "merge";

    /// <summary>By id.</summary>
    public IReadOnlyDictionary<string, ModelProviderConfig> Providers { get; init; } = new Dictionary<string, ModelProviderConfig>();

    private static ModelsConfig Defaults { get; } = new();

    internal static ModelsConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode") ?? Defaults.Mode,
        Providers = node.Map("providers", ModelProviderConfig.Read),
    };
}
