using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>env</c>, <c>ui</c>, <c>nodeHost</c>, <c>discovery</c>, <c>canvasHost</c>, <c>cron</c>, <c>web</c>.</summary>
internal static class SurroundingsSchema
{
    public static ObjectShape Env { get; } = Object(
        Key("shellEnv", Object(Key("enabled", Flag), Key("timeoutMs", NotNegative))),
        Key("vars", MapOf(Text))) with
    { Others = Text };

    public static ObjectShape Ui { get; } = Object(
        Key("seamColor", Patterns.Color),
        Key("assistant", Object(Key("name", new TextShape(Max: 50)), Key("avatar", new TextShape(Max: 200)))));

    public static ObjectShape NodeHost { get; } = Object(Key("browserProxy", Object(Key("enabled", Flag), Key("allowProfiles", Texts))));

    public static ObjectShape Discovery { get; } = Object(
        Key("wideArea", Object(Key("enabled", Flag), Key("domain", Text))),
        Key("mdns", Object(Key("mode", Enum("off", "minimal", "full")))));

    public static ObjectShape CanvasHost { get; } = Object(
        Key("enabled", Flag),
        Key("root", Text),
        Key("port", Port),
        Key("liveReload", Flag));

    public static ObjectShape Cron { get; } = Object(Key("enabled", Flag), Key("store", Text), Key("maxConcurrentRuns", Positive));

    public static ObjectShape Web { get; } = Object(
        Key("enabled", Flag),
        Key("heartbeatSeconds", Positive),
        Key("reconnect", Object(
            Key("initialMs", PositiveNumber),
            Key("maxMs", PositiveNumber),
            Key("factor", PositiveNumber),
            Key("jitter", NumberBetween(0, 1)),
            Key("maxAttempts", NotNegative))));
}
