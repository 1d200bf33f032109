using OpenClaw.Channels.Access;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Envelopes;
using OpenClaw.Channels.Inbound.History;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>What the model reads of a message: its envelope, what it refers to, and what was said in the group before (spec 10 §3.6, §3.7).</summary>
internal sealed record PromptText(InboundEvent Event, InboundRoute Route, IReadOnlyList<HistoryEntry> History, OpenClawConfig Config, ChannelAccountConfig Account, TimeZoneInfo Host)
{
    private const string HistoryMark = "[Chat messages since your last reply - for context]";
    private const string CurrentMark = "[Current message - respond to this]";

    private bool IsGroup => Event.ChatType != "direct";

    private string Channel => ChannelCatalog.Find(Event.Channel)?.Label ?? Event.Channel;

    private string From => ConversationNames.Conversation(Event);

    /// <summary>Around what was written.</summary>
    public string Around(string text)
    {
        var settings = EnvelopeSettings.From(Config.Agents.Defaults);
        var body = $"{Prefix()}{BodyNotes.Forward(Event.Forward)}{text}{BodyNotes.Reply(Event.ReplyTo)}";
        var current = new Envelope
        {
            Channel = Channel,
            From = From,
            Timestamp = Time(Event.Timestamp),
            Previous = Time(Route.LastActivityAt ?? 0),
            Sender = IsGroup ? ConversationNames.Sender(Event) : null,
        }.Around(body, settings, Host);
        return History.Count == 0
            ? current
            : $"{HistoryMark}\n{string.Join('\n', History.Select(entry => Earlier(entry, settings)))}\n\n{CurrentMark}\n{current}";
    }

    private string Earlier(HistoryEntry entry, EnvelopeSettings settings)
    {
        var body = entry.MessageId is not { Length: > 0 } id ? entry.Body
            : SenderIds.ArePhones(Event.Channel) ? $"{entry.Body}\n[message_id: {id}]"
            : $"{entry.Body} [id:{id} chat:{Event.ChatId}]";
        return new Envelope { Channel = Channel, From = From, Timestamp = Time(entry.Timestamp), Sender = entry.Sender }.Around(body, settings, Host);
    }

    /// <summary>On a phone that nobody but its owner writes to, the assistant is told who it is in each message.</summary>
    private string Prefix()
    {
        if (!SenderIds.ArePhones(Event.Channel))
            return string.Empty;
        var prefix = Text("messagePrefix") ?? Config.Messages.MessagePrefix
            ?? (Account.AllowFrom.Count > 0 ? string.Empty : $"[{Route.IdentityName ?? "openclaw"}]");
        return prefix.Length == 0 ? string.Empty : prefix + " ";
    }

    private string? Text(string key) => Account.Raw[key] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static DateTimeOffset? Time(long milliseconds) => milliseconds > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
