namespace OpenClaw.Configuration.Model;

/// <summary><c>update</c>.</summary>
public sealed record UpdateConfig
{
    /// <summary><c>stable</c>, <c>beta</c> or <c>dev</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Look for a newer release.</summary>
    public bool CheckOnStart { get; init; } = true;

    private static UpdateConfig Defaults { get; } = new();

    internal static UpdateConfig Read(ConfigNode node) => new()
    {
        Channel = node.Text("channel"),
        CheckOnStart = node.Flag("checkOnStart") ?? Defaults.CheckOnStart,
    };
}
