using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>Queues and speech.</summary>
internal static class MessageShapes
{
    public static ChoiceShape QueueMode { get; } = Choice("steer", "followup", "collect", "steer-backlog", "steer+backlog", "queue", "interrupt");

    public static ObjectShape Speech { get; } = Object(
        Key("auto", Enum("off", "always", "inbound", "tagged")),
        Key("enabled", Flag),
        Key("mode", Enum("final", "all")),
        Key("provider", Enum("elevenlabs", "openai", "edge")),
        Key("summaryModel", Text),
        Key("modelOverrides", Object(
            Key("enabled", Flag),
            Key("allowText", Flag),
            Key("allowProvider", Flag),
            Key("allowVoice", Flag),
            Key("allowModelId", Flag),
            Key("allowVoiceSettings", Flag),
            Key("allowNormalization", Flag),
            Key("allowSeed", Flag))),
        Key("elevenlabs", Object(
            Key("apiKey", Text),
            Key("baseUrl", Text),
            Key("voiceId", Text),
            Key("modelId", Text),
            Key("seed", WholeBetween(0, 4294967295)),
            Key("applyTextNormalization", Enum("auto", "on", "off")),
            Key("languageCode", Text),
            Key("voiceSettings", Object(
                Key("stability", NumberBetween(0, 1)),
                Key("similarityBoost", NumberBetween(0, 1)),
                Key("style", NumberBetween(0, 1)),
                Key("useSpeakerBoost", Flag),
                Key("speed", NumberBetween(0.5, 2)))))),
        Key("openai", Object(Key("apiKey", Text), Key("model", Text), Key("voice", Text))),
        Key("edge", Object(
            Key("enabled", Flag),
            Key("voice", Text),
            Key("lang", Text),
            Key("outputFormat", Text),
            Key("pitch", Text),
            Key("rate", Text),
            Key("volume", Text),
            Key("saveSubtitles", Flag),
            Key("proxy", Text),
            Key("timeoutMs", WholeBetween(1000, 120000)))),
        Key("prefsPath", Text),
        Key("maxTextLength", new NumberShape(Whole: true, Min: 1)),
        Key("timeoutMs", WholeBetween(1000, 120000)));

    public static ObjectShape MillisecondsByChannel { get; } = MapOf(NotNegative);
}
