using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary><c>hooks</c>.</summary>
public sealed record HooksConfig
{
    /// <summary>Serve them; needs a token.</summary>
    public bool Enabled { get; init; }

    /// <summary>Where.</summary>
    public string Path { get; init; } = "/hooks";

    /// <summary>Secret of callers.</summary>
    public string? Token { get; init; }

    /// <summary>Bytes of a request.</summary>
    public long MaxBodyBytes { get; init; } = 262144;

    /// <summary>Everything, for what has no property here yet.</summary>
    public JsonObject? Raw { get; init; }

    private static HooksConfig Defaults { get; } = new();

    internal static HooksConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        Path = node.Text("path") ?? Defaults.Path,
        Token = node.Text("token"),
        MaxBodyBytes = node.Whole("maxBodyBytes") ?? Defaults.MaxBodyBytes,
        Raw = node.Object,
    };
}
