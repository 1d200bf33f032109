using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>messages</c> (spec 03 §6).</summary>
internal static class MessagesSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("messagePrefix", Text),
        Key("responsePrefix", Text),
        Key("groupChat", AgentShapes.GroupChat),
        Key("queue", Object(
            Key("mode", MessageShapes.QueueMode),
            Key("byChannel", Object(
                Key("whatsapp", MessageShapes.QueueMode),
                Key("telegram", MessageShapes.QueueMode),
                Key("discord", MessageShapes.QueueMode),
                Key("slack", MessageShapes.QueueMode),
                Key("mattermost", MessageShapes.QueueMode),
                Key("signal", MessageShapes.QueueMode),
                Key("imessage", MessageShapes.QueueMode),
                Key("msteams", MessageShapes.QueueMode),
                Key("webchat", MessageShapes.QueueMode))),
            Key("debounceMs", NotNegative),
            Key("debounceMsByChannel", MessageShapes.MillisecondsByChannel),
            Key("cap", Positive),
            Key("drop", Choice("old", "new", "summarize")))),
        Key("inbound", Object(Key("debounceMs", NotNegative), Key("byChannel", MessageShapes.MillisecondsByChannel))),
        Key("ackReaction", Text),
        Key("ackReactionScope", Enum("group-mentions", "group-all", "direct", "all")),
        Key("removeAckAfterReply", Flag),
        Key("tts", MessageShapes.Speech));
}
