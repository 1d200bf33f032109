namespace OpenClaw.Configuration.Model;

/// <summary>When a session starts over.</summary>
public sealed record SessionResetConfig
{
    /// <summary><c>daily</c> or <c>idle</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Local hour 0–23 of the daily reset; null: 4.</summary>
    public long? AtHour { get; init; }

    /// <summary>Minutes without a message.</summary>
    public long? IdleMinutes { get; init; }

    internal static SessionResetConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode"),
        AtHour = node.Whole("atHour"),
        IdleMinutes = node.Whole("idleMinutes"),
    };
}
