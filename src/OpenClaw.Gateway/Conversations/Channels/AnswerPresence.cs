using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Runs;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>What the writer of a message sees before the answer is there: the sign of typing, drafts, blocks, tool lines (spec 10 §3.8, §8.10).</summary>
internal sealed class AnswerPresence(
    IAccountDirectory accounts, IOutbox outbox, AgentDirectory agents, RunListeners listeners, Func<RunEvent, string> verbosity, TimeProvider time)
{
    /// <summary>Begins with nothing shown.</summary>
    public AnswerInProgress Begin(AcceptedMessage message)
    {
        var inbound = message.Event;
        var config = agents.Config;
        var settings = AccountConfigs.Of(config, inbound.Channel, inbound.AccountId);
        var isDirect = inbound.ChatType == "direct";
        var typing = new TypingController(
            new ChatTyping(accounts, message),
            TypingModes.For(config.Session.TypingMode ?? config.Agents.Defaults.TypingMode, isDirect, message.WasMentioned, isHeartbeat: false),
            TimeSpan.FromSeconds(config.Session.TypingIntervalSeconds ?? config.Agents.Defaults.TypingIntervalSeconds),
            time);
        var drafts = DraftText.For(accounts, message, settings, time);
        var capabilities = accounts.Find(inbound.Channel)?.Capabilities;
        BlockStream? blocks = null;
        AnswerInProgress? answer = null;
        if (drafts is null && capabilities?.BlockStreaming == true && (settings.BlockStreaming ?? config.Agents.Defaults.BlockStreaming.IsDefault))
        {
            var how = config.Agents.Defaults.BlockStreaming;
            blocks = new BlockStream(
                BlockSettings.Chunking(how).Within(settings.TextChunkLimit),
                BlockSettings.Coalescing(how, settings),
                HumanDelay.For(how.DelayMode, how.DelayMinMs, how.DelayMaxMs),
                async (reply, ct) =>
                {
                    var key = $"block:{message.RunId}:{answer!.NextSaid()}";
                    var result = await outbox.SendAsync(ChannelReplies.Outbound(message, reply), key, SendOptions.Direct, ct).ConfigureAwait(false);
                    return new Agents.Delivery.DeliveryReceipt(result.Ok, result.MessageId, result.Fault?.Message);
                },
                time);
        }

        answer = new AnswerInProgress(message.RunId, typing, drafts, blocks, listeners)
        {
            ToolLine = used => verbosity(used) switch
            {
                "on" => ToolLine.Of(used.Name, used.Meta, used.Result, withOutput: false),
                "full" => ToolLine.Of(used.Name, used.Meta, used.Result, withOutput: true),
                _ => null,
            },
        };
        return answer;
    }
}
