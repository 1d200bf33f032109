using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>A recording and how the recorded gateway was configured apart from the common configuration.</summary>
internal sealed record Scenario(string Name, Action<JsonObject>? Configure = null)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("connect-ok"),
        new("connect-refused"),
        new("connect-timeout"),
        new("bad-frames-after-connect"),
        new("auth-password", config => config["gateway"]!["auth"] = new JsonObject { ["mode"] = "password", ["password"] = "pw-secret-1" }),
        new("health-status"),
        new("presence"),
        new("heartbeat-wake"),
        new("tick"),
        new("node-pair"),
        new("node-invoke"),
        new("node-mobile"),
        new("device-pair"),
        new("channels-none"),
        new("config", AllowRestart),
        new("config-schema"),
        new("logs"),
        new("sessions"),
        new("models-agents-skills"),
        new("chat"),
        new("chat-image"),
        new("agent"),
        new("agent-tools", config => config["tools"] = new JsonObject { ["exec"] = new JsonObject { ["security"] = "full", ["ask"] = "off" } }),
        new("invalid-params"),
        new("scopes"),
        new("cron"),
        new("exec-approval"),
        new("http-hooks", MapHooks),
        new("http-openai"),
        new("http-openresponses"),
        new("http-tools-invoke", config =>
        {
            config["tools"] = new JsonObject { ["deny"] = new JsonArray("gateway") };

            // The recorded release denied HTTP callers nothing; here jobs have to be allowed (GHSA-943q-mwmv-hhvh).
            config["gateway"]!["tools"] = new JsonObject { ["allow"] = new JsonArray("cron") };
        }),
        new("shutdown-sigterm"),
    ];

    public static Scenario Named(string name) => All.Single(s => s.Name == name);

    private static void MapHooks(JsonObject config) => config["hooks"]!["mappings"] = JsonNode.Parse("""
        [
          { "match": { "path": "ci" }, "action": "agent", "messageTemplate": "build {{status}} [[stub {\"text\":\"noted\"}]]", "deliver": false },
          { "match": { "path": "bell" }, "action": "wake", "textTemplate": "bell {{n}}", "wakeMode": "next-heartbeat" }
        ]
        """);

    private static void AllowRestart(JsonObject config) => config["commands"] = new JsonObject { ["restart"] = true };
}
