namespace OpenClaw.Configuration.Model;

/// <summary><c>meta</c>, written on each write.</summary>
public sealed record MetaConfig
{
    /// <summary>Program that wrote last.</summary>
    public string? LastTouchedVersion { get; init; }

    /// <summary>ISO time of the write.</summary>
    public string? LastTouchedAt { get; init; }

    internal static MetaConfig Read(ConfigNode node) => new()
    {
        LastTouchedVersion = node.Text("lastTouchedVersion"),
        LastTouchedAt = node.Text("lastTouchedAt"),
    };
}
