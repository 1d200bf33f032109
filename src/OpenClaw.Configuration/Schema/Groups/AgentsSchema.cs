using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>agents</c> (spec 03 §6).</summary>
internal static class AgentsSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("defaults", Object(
            Key("model", ModelShapes.ModelChoice),
            Key("imageModel", ModelShapes.ModelChoice),
            Key("models", MapOf(Object(Key("alias", Text), Key("params", MapOf(Any))))),
            Key("workspace", Text),
            Key("repoRoot", Text),
            Key("skipBootstrap", Flag),
            Key("bootstrapMaxChars", Positive),
            Key("userTimezone", Text),
            Key("timeFormat", Choice("auto", "12", "24")),
            Key("envelopeTimezone", Text),
            Key("envelopeTimestamp", Choice("on", "off")),
            Key("envelopeElapsed", Choice("on", "off")),
            Key("contextTokens", Positive),
            Key("cliBackends", MapOf(AgentShapes.CliBackend)),
            Key("memorySearch", MemoryShapes.MemorySearch),
            Key("contextPruning", Object(
                Key("mode", Choice("off", "cache-ttl")),
                Key("ttl", Text),
                Key("keepLastAssistants", NotNegative),
                Key("softTrimRatio", NumberBetween(0, 1)),
                Key("hardClearRatio", NumberBetween(0, 1)),
                Key("minPrunableToolChars", NotNegative),
                Key("tools", Object(Key("allow", Texts), Key("deny", Texts))),
                Key("softTrim", Object(
                    Key("maxChars", NotNegative),
                    Key("headChars", NotNegative),
                    Key("tailChars", NotNegative))),
                Key("hardClear", Object(Key("enabled", Flag), Key("placeholder", Text))))),
            Key("compaction", Object(
                Key("mode", Choice("default", "safeguard")),
                Key("reserveTokensFloor", NotNegative),
                Key("maxHistoryShare", NumberBetween(0.1, 0.9)),
                Key("memoryFlush", Object(
                    Key("enabled", Flag),
                    Key("softThresholdTokens", NotNegative),
                    Key("prompt", Text),
                    Key("systemPrompt", Text))))),
            Key("thinkingDefault", Choice("off", "minimal", "low", "medium", "high", "xhigh")),
            Key("verboseDefault", Choice("off", "on", "full")),
            Key("elevatedDefault", Choice("off", "on", "ask", "full")),
            Key("blockStreamingDefault", Choice("off", "on")),
            Key("blockStreamingBreak", Choice("text_end", "message_end")),
            Key("blockStreamingChunk", Object(
                Key("minChars", Positive),
                Key("maxChars", Positive),
                Key("breakPreference", Choice("paragraph", "newline", "sentence")))),
            Key("blockStreamingCoalesce", Object(Key("minChars", Positive), Key("maxChars", Positive), Key("idleMs", NotNegative))),
            Key("humanDelay", AgentShapes.HumanDelay),
            Key("timeoutSeconds", Positive),
            Key("mediaMaxMb", PositiveNumber),
            Key("typingIntervalSeconds", Positive),
            Key("typingMode", AgentShapes.TypingMode),
            Key("heartbeat", AgentShapes.Heartbeat),
            Key("maxConcurrent", Positive),
            Key("subagents", Object(
                Key("maxConcurrent", Positive),
                Key("archiveAfterMinutes", Positive),
                Key("model", ModelShapes.ModelOrName))),
            Key("sandbox", SandboxShapes.Sandbox))),
        Key("list", ListOf(Object(
            Required("id", Text),
            Key("default", Flag),
            Key("name", Text),
            Key("workspace", Text),
            Key("agentDir", Text),
            Key("model", ModelShapes.ModelOrName),
            Key("memorySearch", MemoryShapes.MemorySearch),
            Key("humanDelay", AgentShapes.HumanDelay),
            Key("heartbeat", AgentShapes.Heartbeat),
            Key("identity", Object(Key("name", Text), Key("theme", Text), Key("emoji", Text), Key("avatar", Text))),
            Key("groupChat", AgentShapes.GroupChat),
            Key("subagents", Object(Key("allowAgents", Texts), Key("model", ModelShapes.ModelOrName))),
            Key("sandbox", SandboxShapes.Sandbox),
            Key("tools", ToolShapes.AgentTools)))));
}
