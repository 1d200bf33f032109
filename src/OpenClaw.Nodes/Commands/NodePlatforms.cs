namespace OpenClaw.Nodes.Commands;

/// <summary>Recognises a <see cref="NodePlatform"/> (spec 01 §14).</summary>
public static class NodePlatforms
{
    private static readonly (string Prefix, NodePlatform Platform)[] s_prefixes =
    [
        ("ios", NodePlatform.Ios),
        ("android", NodePlatform.Android),
        ("mac", NodePlatform.Macos),
        ("darwin", NodePlatform.Macos),
        ("win", NodePlatform.Windows),
        ("linux", NodePlatform.Linux),
    ];

    private static readonly (string Part, NodePlatform Platform)[] s_families =
    [
        ("iphone", NodePlatform.Ios),
        ("ipad", NodePlatform.Ios),
        ("ios", NodePlatform.Ios),
        ("android", NodePlatform.Android),
        ("mac", NodePlatform.Macos),
        ("windows", NodePlatform.Windows),
        ("linux", NodePlatform.Linux),
    ];

    /// <summary>By the start of the platform text, else by a part of the device family.</summary>
    /// <param name="platform"><c>client.platform</c>, e.g. <c>ios 18.2</c>.</param>
    /// <param name="deviceFamily"><c>client.deviceFamily</c>, e.g. <c>iPad</c>.</param>
    public static NodePlatform Of(string? platform, string? deviceFamily)
    {
        var text = platform?.Trim() ?? "";
        foreach (var (prefix, found) in s_prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return found;
        }

        foreach (var (part, found) in s_families)
        {
            if (deviceFamily?.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
                return found;
        }

        return NodePlatform.Unknown;
    }
}
