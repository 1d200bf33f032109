using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>What programs write about themselves: <c>meta</c>, <c>wizard</c>, <c>update</c>.</summary>
internal static class StampSchema
{
    public static ObjectShape Meta { get; } = Object(Key("lastTouchedVersion", Text), Key("lastTouchedAt", Text));

    public static ObjectShape Wizard { get; } = Object(
        Key("lastRunAt", Text),
        Key("lastRunVersion", Text),
        Key("lastRunCommit", Text),
        Key("lastRunCommand", Text),
        Key("lastRunMode", Choice("local", "remote")));

    public static ObjectShape Update { get; } = Object(Key("channel", Choice("stable", "beta", "dev")), Key("checkOnStart", Flag));
}
