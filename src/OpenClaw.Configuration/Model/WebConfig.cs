namespace OpenClaw.Configuration.Model;

/// <summary><c>web</c>: the WhatsApp Web connection.</summary>
public sealed record WebConfig
{
    /// <summary>Connect.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Seconds between signs of life.</summary>
    public long HeartbeatSeconds { get; init; } = 60;

    /// <summary>Back-off.</summary>
    public WebReconnectConfig Reconnect { get; init; } = new();

    private static WebConfig Defaults { get; } = new();

    internal static WebConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        HeartbeatSeconds = node.Whole("heartbeatSeconds") ?? Defaults.HeartbeatSeconds,
        Reconnect = WebReconnectConfig.Read(node.Section("reconnect")),
    };
}
