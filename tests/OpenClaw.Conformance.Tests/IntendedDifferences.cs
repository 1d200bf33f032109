using OpenClaw.Conformance.Tests.Replay;
using static OpenClaw.Conformance.Tests.Replay.DifferenceKind;

namespace OpenClaw.Conformance.Tests;

/// <summary>
/// Every place where this gateway answers otherwise than the recorded one on purpose. Nothing else may differ, and an entry
/// that no longer matches anything fails <see cref="IntendedDifferenceTests.Every_intended_difference_still_applies"/>.
/// </summary>
internal static class IntendedDifferences
{
    private const string LaterCanvas = "later: there is no canvas host yet, so none is advertised";
    private const string LaterRestart = "later: a changed configuration is applied by the restart that comes with operations; the result says so";

    public static IReadOnlyList<IntendedDifference> All { get; } = [.. Connecting, .. Watching, .. Running, .. Storing, .. Configuring, .. Http, .. Automation];

    /// <summary>Handshake and hello-ok.</summary>
    private static IEnumerable<IntendedDifference> Connecting =>
    [
        new("*", "res connect *", "$.payload.canvasHostUrl", MissingKey, LaterCanvas),
        new("*", "res connect *", "$.error.details", ExtraKey, "spec 01 §19.2: details.code says why, for clients that branch on it"),
        new("*", "res connect *", "$.error.details.*", ExtraKey, "spec 01 §19.2: details.code says why, for clients that branch on it"),
        new("connect-refused", "res connect protocol-too-new-0", "$.ok", Value, "spec 01 §17: protocol 4 is served too"),
        new("connect-refused", "close protocol-too-new", "$", Close, "spec 01 §17: protocol 4 is served too"),
        new("connect-refused", "event * protocol-too-new", "$", Unexpected, "spec 01 §17: the connection is open, so it hears events"),
        new("auth-password", "res connect password-no-device-0", "$.ok", Value, "spec 01 §4.4 FIX: the right password alone decides"),
        new("auth-password", "close password-no-device", "$", Close, "spec 01 §4.4 FIX: the right password alone decides"),
        new("*", "res connect *", "$.payload.snapshot.presence[]", Absent, "spec 01 §21: nodes and clients without read get a reduced snapshot"),
        new("*", "res connect *", "$.payload.snapshot.health.*", MissingKey, "spec 01 §21: nodes and clients without read get a reduced snapshot"),
        new("*", "res connect *", "$.payload.snapshot.configPath", MissingKey, "spec 01 §21: nodes and clients without read get a reduced snapshot"),
        new("*", "res connect *", "$.payload.snapshot.stateDir", MissingKey, "spec 01 §21: nodes and clients without read get a reduced snapshot"),
    ];

    /// <summary>The HTTP APIs.</summary>
    private static IEnumerable<IntendedDifference> Http =>
    [
        new("http-openai", "http stream", "$.data.choices[].finish_reason", ExtraKey, "spec 06 §2.5: every chunk says whether the answer ends"),
        new("http-openai", "http stream", "$.data", DifferenceKind.Type, "spec 06 §13.3: a stop chunk ends the answer"),
        new("http-openai", "http model-failure", "$.status", Value, "spec 06 §13.5: a provider's refusal is the status of the answer"),
        new("http-openai", "http model-failure-stream", "$.data", DifferenceKind.Type, "spec 06 §13.5: a failure is a chunk of the stream"),
        new("http-openai", "http model-failure-stream", "$.sse", EventOrder, "spec 06 §13.5: a failure is a chunk of the stream"),
        new("http-openai", "http bad-json", "$.body.error.message", Value, "spec 06 §1.3: the parser's own words follow SyntaxError"),
        new("http-openai", "http models-list", "$.headers.content-type", Value, "spec 06 §12: /v1/models is served"),
        new("http-tools-invoke", "http bad-json", "$.body.error.message", Value, "spec 06 §1.3: the parser's own words follow SyntaxError"),
        new("http-openresponses", "http *stream", "$.data.item.content[]", Absent, "spec 06 §3.6: the message is added empty, as OpenAI's client demands"),
        new("http-openresponses", "http client-tool", "$.output[].*", MissingKey, "spec 06 §3.5: a call of the client's own tool is the output"),
        new("http-openresponses", "http client-tool", "$.output[].*", ExtraKey, "spec 06 §3.5: a call of the client's own tool is the output"),
        new("http-openresponses", "http client-tool-stream", "$.data.item.phase", ExtraKey, "spec 06 §3.5: a call of the client's own tool is the output"),
        new("http-openresponses", "http client-tool-stream", "$.event", ExtraKey, "spec 06 §3.5: a call of the client's own tool is the output"),
        new("http-openresponses", "http client-tool-stream", "$.data", DifferenceKind.Type, "spec 06 §3.5: a call of the client's own tool is the output"),
        new("http-openresponses", "http client-tool-stream", "$.sse", EventOrder, "spec 06 §3.5: a call of the client's own tool is the output"),
        new("http-openresponses", "http model-failure", "$.status", Value, "spec 06 §3.6: a provider's refusal is an HTTP error"),
    ];

    /// <summary>Jobs, heartbeats, web hooks.</summary>
    private static IEnumerable<IntendedDifference> Automation =>
    [
        new("cron", "res cron.add *", "$.payload.enabled", ExtraKey, "spec 09 §0.1 row 3: a job is enabled unless told otherwise"),
        new("cron", "res cron.add *", "$.payload.state.nextRunAtMs", ExtraKey, "spec 09 §0.1 row 3: a job is enabled unless told otherwise"),
        new("cron", "res cron.list *", "$.payload.jobs[].*", ExtraKey, "spec 09 §0.1 row 3: a job is enabled unless told otherwise, so the list has others first"),
        new("cron", "res cron.list *", "$.payload.jobs[].*", MissingKey, "spec 09 §0.1 row 3: a job is enabled unless told otherwise, so the list has others first"),
        new("cron", "res cron.add op-23", "$.ok", Value, "spec 09 §0.1 row 4: an expression that means nothing is refused"),
        new("cron,scopes", "res cron.*", "$.error.code", Value, "spec 09 §0.1 row 5: what the caller did wrong is INVALID_REQUEST"),
        new("cron,scopes", "res cron.*", "$.error.message", Value, "spec 09 §0.1 row 5: what the caller did wrong is INVALID_REQUEST"),
        new("http-hooks", "http too-large", "$", Unexpected, "spec 06 §1.3 FIX: a body that is too large is answered 413"),
    ];

    /// <summary>Presence, health, shutdown.</summary>
    private static IEnumerable<IntendedDifference> Watching =>
    [
        new("*", "event presence *", "$", Unexpected, "spec 01 §11 FIX: presence is broadcast on connect too, as the documented flow expects"),
        new("*", "event health *", "$", Absent, "spec 01 §21: a refresh that changed nothing but times is not broadcast"),
        new("scopes,node-mobile", "event presence *", "$", Absent, "spec 01 §21: presence needs read, and nodes do not hold it"),
        new("*", "*", "$.payload*presence[]", KeyOrder, "spec 01 §11: an entry has one order of keys, that of the gateway's own"),
        new("*", "res *", "$.payload[]", KeyOrder, "spec 01 §11: an entry has one order of keys, that of the gateway's own"),
        new("presence", "*", "$.payload*[].tags", ExtraKey, "spec 01 §21: tags of a system-event are kept"),
        new("shutdown-sigterm", "event shutdown *", "$.payload.restartExpectedMs", MissingKey, "spec 01 §12 FIX: sent only when known, its schema forbids null"),
    ];

    /// <summary>Chat and agent runs.</summary>
    private static IEnumerable<IntendedDifference> Running =>
    [
        new("*", "event chat delta *", "$.payload.deltaText", ExtraKey, "spec 01 §19.4: newer clients need the piece beside the whole"),
        new("chat,chat-image", "res chat.history *", "$.payload.sessionId", ExtraKey, "spec 08 §0.1 row 1: the key is canonical, so the session is found"),
        new("chat", "res chat.inject op-18", "$.ok", Value, "spec 08 §0.1 row 1: the key is canonical, so the session is found"),
        new("chat", "event agent lifecycle.end op", "$.payload.data.*", ExtraKey, "spec 08 §0.1 row 5: a stopped run ends with aborted"),
        new("chat", "run c-3 op", "$", EventOrder, "spec 08 §0.1 row 5: a stopped run ends with aborted"),
        new("chat", "run c-4 op", "$", EventOrder, "spec 08 §0.1 row 5: a stopped run ends with aborted"),
        new("chat", "run c-5 op", "$", EventOrder, "spec 08 §0.1 row 5: a stopped run ends with aborted"),
        new("chat", "run c-8 op", "$", EventOrder, "spec 08 §0.1 row 3: a failed model call is an error"),
        new("agent", "run r-5 *", "$", EventOrder, "spec 08 §0.1 row 3: a failed model call is an error"),
        new("agent", "run r-6 *", "$", EventOrder, "spec 08 §0.1 row 13: a run at its deadline is AGENT_TIMEOUT"),
        new("chat,agent", "event agent lifecycle.error *", "$", Unexpected, "spec 08 §0.1 row 3: a failed model call is an error"),
        new("chat,agent", "event chat error *", "$", Unexpected, "spec 08 §0.1 row 3: a failed model call is an error"),
        new("chat,agent", "event chat final *", "$", Absent, "spec 08 §0.1 row 3: a failed model call has no empty final"),
        new("agent", "event agent lifecycle.end *", "$", Absent, "spec 08 §0.1 row 13: a run at its deadline is AGENT_TIMEOUT"),
        new("agent", "res agent op-6", "$.ok", Value, "spec 08 §7.1: no session to choose is refused at once"),
        new("agent", "res agent op-6 (2)", "$", NoAnswer, "spec 08 §7.1: no session to choose is refused at once"),
        new("agent", "res agent op-8 (2)", "$.ok", Value, "spec 08 §0.1 row 3: a failed model call is an error"),
        new("agent", "res agent op-9 (2)", "$.ok", Value, "spec 08 §0.1 row 13: a run at its deadline is AGENT_TIMEOUT"),
        new("agent", "res agent.wait op-10", "$.payload.error", ExtraKey, "spec 08 §0.1 row 13: a run at its deadline is AGENT_TIMEOUT"),
        new("agent-tools", "res sessions.patch *", "$.payload.entry.*", ExtraKey, "spec 08 §0.1 row 12: a run changes its own fields of an entry and keeps the others"),
        new("agent-tools", "run t-7 op", "$", EventOrder, "spec 08 §0.1 row 6: tools are shown at verbose full too"),
        new("agent-tools", "run t-8 op", "$", EventOrder, "spec 08 §0.1 row 6: tools are shown at verbose full too"),
        new("agent-tools", "event agent tool.*", "$.payload.data.*", ExtraKey, "spec 08 §0.1 row 6: the tools shown at verbose full have arguments and a digest"),
        new("agent-tools", "event agent tool.result *", "$.payload.data.result.details.*", MissingKey, "spec 08 §0.1 row 6: those shown at verbose full are of exec, whose details are its own"),
        new("models-agents-skills", "res skills.status *", "$.payload.skills[].*[]", Absent, "spec 02 §13: the skill that can be used needs and lacks nothing; the recording shows only others"),
    ];

    /// <summary>Sessions, nodes, devices, configuration.</summary>
    private static IEnumerable<IntendedDifference> Storing =>
    [
        new("sessions", "res sessions.reset op-24", "$.payload.entry", KeyOrder, "spec 02 §1.2: an entry has one order of keys"),
        new("node-invoke", "res node.rename op-21", "$.ok", Value, "spec 01 §21: a node that is paired as a device can be renamed"),
        new("node-invoke", "event heartbeat *", "$", Unexpected, "spec 07 §4: the end of a node's command wakes the agent; the recording ends before that") { DependsOnTiming = true },
        new("node-invoke", "event * node", "$", Absent, "spec 01 §12 FIX: a subscribed node gets agent and chat once, without seq"),
        new("node-mobile", "event * phone", "$", Absent, "spec 01 §12 FIX: agent and chat go only to nodes that subscribed"),
        new("node-mobile", "res node.list op-9", "$.payload.nodes[].*", ExtraKey, "spec 01 §21: the newer of two connections keeps the node connected"),
    ];

    /// <summary>Configuration and its schema.</summary>
    private static IEnumerable<IntendedDifference> Configuring =>
    [
        new("config", "close *", "$", Close, LaterRestart),
        new("config", "event shutdown *", "$", Absent, LaterRestart),
        new("config", "res config.*", "$.payload.sentinel.path", DifferenceKind.Type, LaterRestart),
        new("config", "res config.get *", "$.payload.parsed*", KeyOrder, "spec 13 §1 row 2: the file is edited in place and keeps the user's order"),
        new("config-schema", "res config.schema op-1", "$.payload.uiHints*", MissingKey, "spec 02 §9: hints are optional; channels and plugins of others are not ours to hint at"),
        new("config-schema", "res config.schema op-1", "$.payload.uiHints*", ExtraKey, "spec 02 §9: hints are optional; ours cover more settings, in our own words"),
        new("config-schema", "res config.schema op-1", "$.payload.uiHints*", KeyOrder, "spec 02 §9: hints are optional"),
        new("config-schema", "res config.schema op-1", "$.payload.schema.*default", MissingKey, "spec 03 §5: defaults apply when a file is loaded, so a file need not hold them"),
        new("config-schema", "res config.schema op-1", "$.payload.schema.*required", MissingKey, "spec 03 §5: defaults apply when a file is loaded, so a file need not hold them"),
        new("config-schema", "res config.schema op-1", "$.payload.schema.properties.channels.properties.*", ExtraKey, "spec 03 §6: our channels are built in, so their settings are known without a plugin"),
        new("config-schema", "res config.schema op-1", "$.payload.schema.properties.plugins.*", MissingKey, "later: channels of others come as plugins"),
        new("config-schema", "res config.schema op-1", "$.payload.schema.properties.gateway.properties.*", ExtraKey, "spec 01 §1 FIX: allowed origins, and the address of a custom bind, are settings"),
        new("config-schema", "res config.schema op-1", "$.payload.schema.properties.models.*.compat.properties.*", ExtraKey, "spec 08 §16.1: all compat flags can be set for a server of one's own"),
        new("config-schema", "res config.schema op-1", "$.payload.schema.properties.tools.properties.exec.properties.approvalRunningNoticeMs", ExtraKey, "spec 09 §3.3: the key counts for all agents, as its hint says, not only in an agent's entry"),
        new("config-schema", "res config.schema op-1", "$.payload.schema.properties.mcp", ExtraKey, "spec 11 §4: tool servers are ours here; later releases have them under the same key"),
    ];
}
