namespace OpenClaw.Configuration.Model;

/// <summary><c>web.reconnect</c>.</summary>
public sealed record WebReconnectConfig
{
    /// <summary>First wait.</summary>
    public long InitialMs { get; init; } = 2000;

    /// <summary>Longest wait.</summary>
    public long MaxMs { get; init; } = 30000;

    /// <summary>Growth.</summary>
    public double Factor { get; init; } = 1.8;

    /// <summary>Share of randomness.</summary>
    public double Jitter { get; init; } = 0.25;

    /// <summary>0: no limit.</summary>
    public long MaxAttempts { get; init; } = 12;

    private static WebReconnectConfig Defaults { get; } = new();

    internal static WebReconnectConfig Read(ConfigNode node) => new()
    {
        InitialMs = node.Whole("initialMs") ?? Defaults.InitialMs,
        MaxMs = node.Whole("maxMs") ?? Defaults.MaxMs,
        Factor = node.Number("factor") ?? Defaults.Factor,
        Jitter = node.Number("jitter") ?? Defaults.Jitter,
        MaxAttempts = node.Whole("maxAttempts") ?? Defaults.MaxAttempts,
    };
}
