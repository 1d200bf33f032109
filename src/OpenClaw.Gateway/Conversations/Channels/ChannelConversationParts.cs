using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Replies;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>Composes what stands between channels and agents.</summary>
internal static class ChannelConversationParts
{
    /// <summary>The handler that channels give their messages to.</summary>
    /// <param name="conversations">The agent side.</param>
    /// <param name="accounts">Running accounts.</param>
    /// <param name="outbox">Way out.</param>
    /// <param name="journal">What is owed.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Log.</param>
    public static ChannelConversations Compose(
        ConversationParts conversations, IAccountDirectory accounts, IOutbox outbox, IMessageJournal journal, TimeProvider time, ILogger logger)
    {
        var presence = new AnswerPresence(accounts, outbox, conversations.Agents, conversations.Listeners, conversations.Verbosity, time);
        var replies = new ChannelReplies(outbox, journal, conversations.Sent, agentId => MediaGate.Of(conversations.Agents, agentId), presence, time, logger);
        return new ChannelConversations(
            conversations.Sessions, conversations.Inbound.Desk, new ChannelRouting(conversations.Sessions), replies, journal,
            conversations.Notes, time, logger);
    }
}
