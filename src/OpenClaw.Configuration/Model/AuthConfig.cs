namespace OpenClaw.Configuration.Model;

/// <summary><c>auth</c>: which credentials are preferred and how long failing ones rest.</summary>
public sealed record AuthConfig
{
    /// <summary>By profile id. Not empty for a provider: the only profiles of it that are used.</summary>
    public IReadOnlyDictionary<string, AuthProfileConfig> Profiles { get; init; } = new Dictionary<string, AuthProfileConfig>();

    /// <summary>Profile ids by provider, best first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Order { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Rests after failures.</summary>
    public AuthCooldownsConfig Cooldowns { get; init; } = new();

    internal static AuthConfig Read(ConfigNode node)
    {
        var order = node.Section("order");
        return new AuthConfig
        {
            Profiles = node.Map("profiles", AuthProfileConfig.Read),
            Order = (order.Object ?? []).Select(pair => (pair.Key, Ids: order.Texts(pair.Key))).Where(static pair => pair.Ids is not null)
                .ToDictionary(static pair => pair.Key, static pair => pair.Ids!, StringComparer.Ordinal),
            Cooldowns = AuthCooldownsConfig.Read(node.Section("cooldowns")),
        };
    }
}
