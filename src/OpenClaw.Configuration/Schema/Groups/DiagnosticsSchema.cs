using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>diagnostics</c> (spec 03 §6).</summary>
internal static class DiagnosticsSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("enabled", Flag),
        Key("flags", Texts),
        Key("otel", Object(
            Key("enabled", Flag),
            Key("endpoint", Text),
            Key("protocol", Choice("http/protobuf", "grpc")),
            Key("headers", MapOf(Text)),
            Key("serviceName", Text),
            Key("traces", Flag),
            Key("metrics", Flag),
            Key("logs", Flag),
            Key("sampleRate", NumberBetween(0, 1)),
            Key("flushIntervalMs", NotNegative))),
        Key("cacheTrace", Object(
            Key("enabled", Flag),
            Key("filePath", Text),
            Key("includeMessages", Flag),
            Key("includePrompt", Flag),
            Key("includeSystem", Flag))));
}
