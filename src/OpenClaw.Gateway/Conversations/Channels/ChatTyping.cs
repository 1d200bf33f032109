using OpenClaw.Agents.Replies;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>Shows in the chat a message came from that an answer is being written.</summary>
internal sealed class ChatTyping(IAccountDirectory accounts, AcceptedMessage message) : ITypingTarget
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task ShowAsync(CancellationToken ct)
    {
        if (accounts.Running(message.Event.Channel, message.Event.AccountId) is not { IsReady: true } account)
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_limit);
        await account.ActAsync(
            new ChannelAction { Name = "typing", ChatId = message.ReplyTo, ThreadId = message.Event.ThreadId }, limit.Token).ConfigureAwait(false);
    }
}
