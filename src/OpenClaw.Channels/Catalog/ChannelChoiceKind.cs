namespace OpenClaw.Channels.Catalog;

/// <summary>What a caller meant by a channel name.</summary>
public enum ChannelChoiceKind
{
    /// <summary>Nothing was given.</summary>
    None,

    /// <summary><c>last</c>: where the session was last talked to.</summary>
    Last,

    /// <summary><c>webchat</c>: the internal channel.</summary>
    WebChat,

    /// <summary>A channel of the <see cref="ChannelCatalog"/>.</summary>
    Channel,

    /// <summary>Something else.</summary>
    Unknown,
}
