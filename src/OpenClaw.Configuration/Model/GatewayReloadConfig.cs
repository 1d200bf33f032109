namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.reload</c>: what a change of the file does to a running gateway (spec 03 §7).</summary>
public sealed record GatewayReloadConfig
{
    /// <summary><c>off</c>, <c>restart</c>, <c>hot</c> or <c>hybrid</c>.</summary>
    public string Mode { get; init; } = "hybrid";

    /// <summary>Quiet milliseconds after the last change before it is read.</summary>
    public long DebounceMs { get; init; } = 300;

    private static GatewayReloadConfig Defaults { get; } = new();

    internal static GatewayReloadConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode") ?? Defaults.Mode,
        DebounceMs = node.Whole("debounceMs") ?? Defaults.DebounceMs,
    };
}
