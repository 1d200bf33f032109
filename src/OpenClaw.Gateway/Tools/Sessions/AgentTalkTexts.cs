namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary>What two sessions that talk to each other are told.</summary>
internal static class AgentTalkTexts
{
    /// <summary>Ends the exchange when it is all that is said.</summary>
    public const string NoReply = "REPLY_SKIP";

    /// <summary>Says that nothing is to be announced.</summary>
    public const string NoAnnouncement = "ANNOUNCE_SKIP";

    /// <summary>The message of the announcement turn.</summary>
    public const string Announce = "The exchange with the other session is over. Say now what the people of your conversation should hear of it.";

    /// <summary>Section of the first message to the other session.</summary>
    public static string Message(string from, string? channel, string to) =>
        $"""
        This message comes from another session of the assistant, not from a person.
        From: {from}{(channel is null ? "" : $" (channel {channel})")}
        Your session: {to}
        Answer the other session. It sees only your last message.
        """;

    /// <summary>Section of the turns in which the two answer each other.</summary>
    public static string Turn(string me, string other, int turn, int most) =>
        $"""
        You are talking to another session of the assistant, turn {turn} of at most {most}.
        Your session: {me}
        The other session: {other}
        Answer it. When nothing more needs to be said, answer only {NoReply}.
        """;

    /// <summary>Section of the turn in which the addressed session tells its people.</summary>
    public static string Announcement(string from, string asked, string firstReply, string lastReply) =>
        $"""
        You have exchanged messages with another session of the assistant ({from}).
        It asked: {asked}
        Your first answer: {firstReply}
        The last word was: {lastReply}
        Your next message goes to the people of your own conversation. If there is nothing for them, answer only {NoAnnouncement}.
        """;
}
