using System.Text;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Channels.Inbound;
using OpenClaw.Gateway.Conversations.Inbound;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>Makes of a channel's message what a session takes: its text, rights, pictures and route (spec 10 §3).</summary>
internal static class ChannelPrompts
{
    // What models take at most; a larger picture is still named to the model with its path.
    private const long MaxImageBytes = 5 * 1024 * 1024;
    private static readonly string[] s_imageTypes = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>The message of a session.</summary>
    public static InboundMessage Of(AcceptedMessage message, PromptFate fate)
    {
        var inbound = message.Event;
        return new InboundMessage
        {
            RunId = message.RunId,
            SessionKey = message.Route.SessionKey,
            CallerKey = message.Route.SessionKey,
            Caller = new RunCaller(
                RunOrigin.Channel, message.IsOwner ? [Scopes.Admin, Scopes.Read, Scopes.Write] : [Scopes.Read, Scopes.Write], message.IsOwner, inbound.Sender.Id),
            Sender = new CommandSender(message.CommandAuthorized, message.IsOwner, inbound.Sender.Id, inbound.Sender.Name, message.AllowEntry),
            Channel = inbound.Channel,
            Text = message.Text,
            Images = [.. message.Media.Select(Image).OfType<ContentPart.Image>()],
            MessageId = inbound.MessageId,
            AccountId = inbound.AccountId,
            To = message.ReplyTo,
            ThreadId = message.ReplyThreadId ?? inbound.ThreadId,
            IsGroup = inbound.ChatType != "direct",
            IsMessaging = true,
            IsJournaled = true,
            MayQueue = fate.State != PromptState.CutOff,
            ExtraSystemPrompt = message.ExtraSystemPrompt,
            Skills = message.Skills,
            Envelope = text => Attached(message.Media) + message.Envelope(text),
            SessionChange = entry => SessionEntries.Route(entry, message),
            PromptId = fate.State == PromptState.CutOff ? null : fate.PromptId,
            Resumes = fate.State == PromptState.CutOff,
        };
    }

    /// <summary>Names the files to the model (spec 10 §3.7).</summary>
    private static string Attached(IReadOnlyList<LocalMedia> media)
    {
        if (media.Count == 0)
            return string.Empty;
        var lines = new StringBuilder();
        if (media.Count > 1)
            lines.Append("[media attached: ").Append(media.Count).Append(" files]\n");
        for (var i = 0; i < media.Count; i++)
        {
            lines.Append("[media attached").Append(media.Count > 1 ? $" {i + 1}/{media.Count}" : string.Empty).Append(": ").Append(media[i].Path);
            if (media[i].Mime is { } mime)
                lines.Append(" (").Append(mime).Append(')');
            lines.Append(" | ").Append(media[i].Path).Append("]\n");
        }

        return lines.ToString();
    }

    private static ContentPart.Image? Image(LocalMedia media)
    {
        try
        {
            return media.Mime is { } mime && s_imageTypes.Contains(mime, StringComparer.OrdinalIgnoreCase) && new FileInfo(media.Path) is { Exists: true, Length: <= MaxImageBytes }
                ? new ContentPart.Image(Convert.ToBase64String(File.ReadAllBytes(media.Path)), mime.ToLowerInvariant())
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Gone or closed since it was stored: the path is in the text, and the tools say what is wrong with it.
            return null;
        }
    }
}
