using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>channels</c>: the channels of this program are described, the others are taken as they are.</summary>
internal static class ChannelsSchema
{
    /// <summary>Channel ids of the original's core, in its order.</summary>
    public static IReadOnlyList<string> CoreIds { get; } = ["telegram", "whatsapp", "discord", "googlechat", "slack", "signal", "imessage"];

    public static ObjectShape Shape { get; } = Object(
        Key("defaults", Object(Key("groupPolicy", ChannelShapes.GroupPolicy), Key("heartbeat", ChannelShapes.Heartbeat))),
        Key("whatsapp", WhatsAppSchema.Shape),
        Key("telegram", TelegramSchema.Shape)) with
    { Others = Any };
}
