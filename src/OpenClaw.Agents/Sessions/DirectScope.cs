namespace OpenClaw.Agents.Sessions;

/// <summary>How direct chats are told apart (<c>session.dmScope</c>, spec 08 §2).</summary>
public enum DirectScope
{
    /// <summary>Every direct chat is the main session.</summary>
    Main,

    /// <summary>One session per peer.</summary>
    PerPeer,

    /// <summary>One session per channel and peer.</summary>
    PerChannelPeer,

    /// <summary>One session per account, channel and peer.</summary>
    PerAccountChannelPeer,
}
