namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.list[].identity</c>.</summary>
public sealed record AgentIdentityConfig
{
    /// <summary>Name the agent shows.</summary>
    public string? Name { get; init; }

    /// <summary>What it is like.</summary>
    public string? Theme { get; init; }

    /// <summary>Its sign, also the default acknowledgement reaction.</summary>
    public string? Emoji { get; init; }

    /// <summary>Data URI, http(s) URL, or a path inside the workspace.</summary>
    public string? Avatar { get; init; }

    internal static AgentIdentityConfig Read(ConfigNode node) => new()
    {
        Name = node.Text("name"),
        Theme = node.Text("theme"),
        Emoji = node.Text("emoji"),
        Avatar = node.Text("avatar"),
    };
}
