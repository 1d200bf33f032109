using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>Search in memory.</summary>
internal static class MemoryShapes
{
    public static ObjectShape Remote { get; } = Object(
        Key("baseUrl", Text),
        Key("apiKey", Text),
        Key("headers", MapOf(Text)),
        Key("batch", Object(
            Key("enabled", Flag),
            Key("wait", Flag),
            Key("concurrency", Positive),
            Key("pollIntervalMs", NotNegative),
            Key("timeoutMinutes", Positive))));

    public static ObjectShape Sync { get; } = Object(
        Key("onSessionStart", Flag),
        Key("onSearch", Flag),
        Key("watch", Flag),
        Key("watchDebounceMs", NotNegative),
        Key("intervalMinutes", NotNegative),
        Key("sessions", Object(Key("deltaBytes", NotNegative), Key("deltaMessages", NotNegative))));

    public static ObjectShape Query { get; } = Object(
        Key("maxResults", Positive),
        Key("minScore", NumberBetween(0, 1)),
        Key("hybrid", Object(
            Key("enabled", Flag),
            Key("vectorWeight", NumberBetween(0, 1)),
            Key("textWeight", NumberBetween(0, 1)),
            Key("candidateMultiplier", Positive))));

    public static ObjectShape Store { get; } = Object(
        Key("driver", Choice("sqlite")),
        Key("path", Text),
        Key("vector", Object(Key("enabled", Flag), Key("extensionPath", Text))));

    public static ObjectShape MemorySearch { get; } = Object(
        Key("enabled", Flag),
        Key("sources", ListOf(Choice("memory", "sessions"))),
        Key("extraPaths", Texts),
        Key("experimental", Object(Key("sessionMemory", Flag))),
        Key("provider", Choice("openai", "local", "gemini")),
        Key("remote", Remote),
        Key("fallback", Choice("openai", "gemini", "local", "none")),
        Key("model", Text),
        Key("local", Object(Key("modelPath", Text), Key("modelCacheDir", Text))),
        Key("store", Store),
        Key("chunking", Object(Key("tokens", Positive), Key("overlap", NotNegative))),
        Key("sync", Sync),
        Key("query", Query),
        Key("cache", Object(Key("enabled", Flag), Key("maxEntries", Positive))));
}
