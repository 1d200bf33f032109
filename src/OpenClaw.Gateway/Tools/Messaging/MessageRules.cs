using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Catalog;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Channels;

namespace OpenClaw.Gateway.Tools.Messaging;

/// <summary>Whether an agent may write to somebody who is not in its conversation, and how that is marked (spec 10 §6.2).</summary>
/// <param name="recipients">Finds the chat of the conversation.</param>
/// <param name="config">The rules in force.</param>
internal sealed class MessageRules(Recipients recipients, Func<MessageToolConfig> config)
{
    /// <summary>The messaging channel of the conversation; null for clients of the gateway and runs without one.</summary>
    public static string? ChannelOf(ToolScene scene) => scene.Channel is null or ChannelCatalog.WebChat ? null : ChannelCatalog.Find(scene.Channel)?.Id;

    /// <summary>Why the message may not leave the conversation; null: it may.</summary>
    public string? Forbidden(ToolScene scene, Recipient recipient)
    {
        if (ChannelOf(scene) is not { } here)
            return null;
        if (here != recipient.ChannelId)
            return config().AllowAcrossProviders
                ? null
                : $"this conversation is on {here}; sending to {recipient.ChannelId} from it is off (tools.message.crossContext.allowAcrossProviders)";
        return IsConversation(scene, recipient) || config().AllowWithinProvider
            ? null
            : $"sending to other chats of {here} from this one is off (tools.message.crossContext.allowWithinProvider)";
    }

    /// <summary>The text with the mark of the conversation it comes from, when it goes to another chat.</summary>
    public string Marked(ToolScene scene, Recipient recipient, string text)
    {
        var rules = config();
        if (!rules.Marker || text.Length == 0 || ChannelOf(scene) is not { } here || IsConversation(scene, recipient))
            return text;
        return Named(rules.MarkerPrefix, here) + text + Named(rules.MarkerSuffix, here);
    }

    private bool IsConversation(ToolScene scene, Recipient recipient) =>
        ChannelOf(scene) == recipient.ChannelId && scene.To is { } to
        && recipients.Find(recipient.Channel, scene.AccountId, to).Recipient?.ChatId == recipient.ChatId;

    private static string Named(string text, string channel) => text.Replace("{channel}", channel, StringComparison.Ordinal);
}
