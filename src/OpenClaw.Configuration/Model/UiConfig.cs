namespace OpenClaw.Configuration.Model;

/// <summary><c>ui</c>.</summary>
public sealed record UiConfig
{
    /// <summary>Accent colour.</summary>
    public string? SeamColor { get; init; }

    /// <summary>Name shown in chats.</summary>
    public string? AssistantName { get; init; }

    /// <summary>Picture shown in chats.</summary>
    public string? AssistantAvatar { get; init; }

    internal static UiConfig Read(ConfigNode node) => new()
    {
        SeamColor = node.Text("seamColor"),
        AssistantName = node.Section("assistant").Text("name"),
        AssistantAvatar = node.Section("assistant").Text("avatar"),
    };
}
