namespace OpenClaw.Configuration.Model;

/// <summary><c>discovery</c>.</summary>
public sealed record DiscoveryConfig
{
    /// <summary><c>off</c>, <c>minimal</c> or <c>full</c>.</summary>
    public string MdnsMode { get; init; } = "minimal";

    /// <summary>Unicast DNS-SD.</summary>
    public bool WideAreaEnabled { get; init; }

    /// <summary>Its domain.</summary>
    public string? WideAreaDomain { get; init; }

    private static DiscoveryConfig Defaults { get; } = new();

    internal static DiscoveryConfig Read(ConfigNode node) => new()
    {
        MdnsMode = node.Section("mdns").Text("mode") ?? Defaults.MdnsMode,
        WideAreaEnabled = node.Section("wideArea").Flag("enabled") ?? Defaults.WideAreaEnabled,
        WideAreaDomain = node.Section("wideArea").Text("domain"),
    };
}
