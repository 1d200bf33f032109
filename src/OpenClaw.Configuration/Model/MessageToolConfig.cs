namespace OpenClaw.Configuration.Model;

/// <summary><c>tools.message</c>: how far the message tool reaches.</summary>
public sealed record MessageToolConfig
{
    /// <summary>To other chats of the channel of the conversation.</summary>
    public bool AllowWithinProvider { get; init; } = true;

    /// <summary>To other channels than the one of the conversation.</summary>
    public bool AllowAcrossProviders { get; init; }

    /// <summary>Messages to other channels say where they come from.</summary>
    public bool Marker { get; init; } = true;

    /// <summary>Before such a message; <c>{channel}</c> stands for the channel of the conversation.</summary>
    public string MarkerPrefix { get; init; } = "[from {channel}] ";

    /// <summary>Behind it.</summary>
    public string MarkerSuffix { get; init; } = "";

    /// <summary>One message to several targets.</summary>
    public bool Broadcast { get; init; } = true;

    private static MessageToolConfig Defaults { get; } = new();

    internal static MessageToolConfig Read(ConfigNode node)
    {
        var (cross, marker) = (node.Section("crossContext"), node.Section("crossContext").Section("marker"));
        return new MessageToolConfig
        {
            AllowWithinProvider = cross.Flag("allowWithinProvider") ?? Defaults.AllowWithinProvider,
            AllowAcrossProviders = cross.Flag("allowAcrossProviders") ?? node.Flag("allowCrossContextSend") ?? Defaults.AllowAcrossProviders,
            Marker = marker.Flag("enabled") ?? Defaults.Marker,
            MarkerPrefix = marker.Text("prefix") ?? Defaults.MarkerPrefix,
            MarkerSuffix = marker.Text("suffix") ?? Defaults.MarkerSuffix,
            Broadcast = node.Section("broadcast").Flag("enabled") ?? Defaults.Broadcast,
        };
    }
}
