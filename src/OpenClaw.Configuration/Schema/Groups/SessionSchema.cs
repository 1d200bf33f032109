using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>session</c> (spec 03 §6).</summary>
internal static class SessionSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("scope", Choice("per-sender", "global")),
        Key("dmScope", Choice("main", "per-peer", "per-channel-peer", "per-account-channel-peer")),
        Key("identityLinks", MapOf(Texts)),
        Key("resetTriggers", Texts),
        Key("idleMinutes", Positive),
        Key("reset", SessionShapes.Reset),
        Key("resetByType", Object(
            Key("dm", SessionShapes.Reset),
            Key("group", SessionShapes.Reset),
            Key("thread", SessionShapes.Reset))),
        Key("resetByChannel", MapOf(SessionShapes.Reset)),
        Key("store", Text),
        Key("typingIntervalSeconds", Positive),
        Key("typingMode", AgentShapes.TypingMode),
        Key("mainKey", Text),
        Key("sendPolicy", MediaShapes.Scope),
        Key("agentToAgent", Object(Key("maxPingPongTurns", WholeBetween(0, 5)))));
}
