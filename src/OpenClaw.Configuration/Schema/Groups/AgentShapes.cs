using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>What the defaults and single agents share.</summary>
internal static class AgentShapes
{
    public static ObjectShape Heartbeat { get; } = Object(
        Key("every", Text),
        Key("activeHours", Object(Key("start", Text), Key("end", Text), Key("timezone", Text))),
        Key("model", Text),
        Key("session", Text),
        Key("includeReasoning", Flag),
        Key("target", Text),
        Key("to", Text),
        Key("prompt", Text),
        Key("ackMaxChars", NotNegative));

    public static ObjectShape HumanDelay { get; } = Object(
        Key("mode", Choice("off", "natural", "custom")),
        Key("minMs", NotNegative),
        Key("maxMs", NotNegative));

    public static ChoiceShape TypingMode { get; } = Choice("never", "instant", "thinking", "message");

    public static ObjectShape GroupChat { get; } = Object(Key("mentionPatterns", Texts), Key("historyLimit", Positive));

    public static ObjectShape CliBackend { get; } = Object(
        Required("command", Text),
        Key("args", Texts),
        Key("output", Choice("json", "text", "jsonl")),
        Key("resumeOutput", Choice("json", "text", "jsonl")),
        Key("input", Choice("arg", "stdin")),
        Key("maxPromptArgChars", Positive),
        Key("env", MapOf(Text)),
        Key("clearEnv", Texts),
        Key("modelArg", Text),
        Key("modelAliases", MapOf(Text)),
        Key("sessionArg", Text),
        Key("sessionArgs", Texts),
        Key("resumeArgs", Texts),
        Key("sessionMode", Choice("always", "existing", "none")),
        Key("sessionIdFields", Texts),
        Key("systemPromptArg", Text),
        Key("systemPromptMode", Choice("append", "replace")),
        Key("systemPromptWhen", Choice("first", "always", "never")),
        Key("imageArg", Text),
        Key("imageMode", Choice("repeat", "list")),
        Key("serialize", Flag));
}
