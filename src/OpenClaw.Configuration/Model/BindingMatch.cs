namespace OpenClaw.Configuration.Model;

/// <summary>What a binding looks at.</summary>
public sealed record BindingMatch
{
    /// <summary>Channel id.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Null: the default account; <c>*</c>: any.</summary>
    public string? AccountId { get; init; }

    /// <summary>One conversation.</summary>
    public BindingPeer? Peer { get; init; }

    /// <summary>Discord server.</summary>
    public string? GuildId { get; init; }

    /// <summary>Slack team.</summary>
    public string? TeamId { get; init; }

    private static BindingMatch Defaults { get; } = new();

    internal static BindingMatch Read(ConfigNode node) => new()
    {
        Channel = node.Text("channel") ?? Defaults.Channel,
        AccountId = node.Text("accountId"),
        Peer = node.Section("peer").Object is null ? null : BindingPeer.Read(node.Section("peer")),
        GuildId = node.Text("guildId"),
        TeamId = node.Text("teamId"),
    };
}
