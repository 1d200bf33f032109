using System.Text.Json.Nodes;
using OpenClaw.Configuration.Schema;

namespace OpenClaw.Configuration.Tests.Schema;

public class ConfigSchemaTests
{
    [Fact]
    public void The_json_schema_is_that_of_the_original_with_its_sections_in_order_and_our_own_at_the_end()
    {
        var schema = ConfigSchema.ToJsonSchema();

        Assert.Equal(["$schema", "type", "properties", "additionalProperties", "title"], schema.Select(p => p.Key));
        Assert.Equal("OpenClawConfig", schema["title"]!.GetValue<string>());
        Assert.Equal(
            ["meta", "env", "wizard", "diagnostics", "logging", "update", "browser", "ui", "auth", "models", "nodeHost", "agents", "tools", "bindings",
             "broadcast", "audio", "media", "messages", "commands", "approvals", "session", "cron", "hooks", "web", "channels", "discovery", "canvasHost",
             "talk", "gateway", "skills", "plugins", "mcp"],
            schema["properties"]!.AsObject().Select(p => p.Key));
    }

    [Theory]
    [InlineData("gateway.properties.port", """{"type":"integer","exclusiveMinimum":0,"maximum":65535}""")]
    [InlineData("gateway.properties.reload.properties.debounceMs", """{"type":"integer","minimum":0,"maximum":9007199254740991}""")]
    [InlineData("gateway.properties.mode", """{"anyOf":[{"type":"string","const":"local"},{"type":"string","const":"remote"}]}""")]
    [InlineData("discovery.properties.mdns.properties.mode", """{"type":"string","enum":["off","minimal","full"]}""")]
    [InlineData("env", """{"type":"object","properties":{"shellEnv":{"type":"object","properties":{"enabled":{"type":"boolean"},"timeoutMs":{"type":"integer","minimum":0,"maximum":9007199254740991}},"additionalProperties":false},"vars":{"type":"object","propertyNames":{"type":"string"},"additionalProperties":{"type":"string"}}},"additionalProperties":{"type":"string"}}""")]
    [InlineData("broadcast.additionalProperties", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("ui.properties.assistant.properties.name", """{"type":"string","maxLength":50}""")]
    [InlineData("agents.properties.defaults.properties.sandbox.properties.docker.properties.memory", """{"type":["string","number"]}""")]
    [InlineData("agents.properties.defaults.properties.heartbeat.properties.target", """{"type":"string"}""")]
    public void Each_kind_of_key_is_written_as_the_original_writes_it(string path, string json)
    {
        JsonNode? node = ConfigSchema.ToJsonSchema()["properties"];
        foreach (var segment in path.Split('.'))
            node = node![segment];

        Assert.Equal(json, node!.ToJsonString());
    }

    [Fact]
    public void Every_key_has_a_hint_and_secrets_are_marked()
    {
        var hints = FormHints.Build();

        Assert.Equal("""{"label":"Gateway","group":"Gateway","order":30}""", hints["gateway"]!.ToJsonString());
        Assert.True(hints["gateway.auth.token"]!["sensitive"]!.GetValue<bool>());
        Assert.True(hints["channels.telegram.botToken"]!["sensitive"]!.GetValue<bool>());
        Assert.True(hints["models.providers.*.apiKey"]!["sensitive"]!.GetValue<bool>());
        Assert.Null(hints["channels.telegram.tokenFile"]!["sensitive"]);
        Assert.Null(hints["agents.defaults.contextTokens"]!["sensitive"]);
        Assert.Equal("Remote CDP Timeout (ms)", hints["browser.remoteCdpTimeoutMs"]!["label"]!.GetValue<string>());
        Assert.Equal("ws://host:18789", hints["gateway.remote.url"]!["placeholder"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{ channels: { telegram: { dmPolicy: 'open' } } }", "channels.telegram.allowFrom: must contain \"*\"")]
    [InlineData("{ channels: { whatsapp: { accounts: { a: { dmPolicy: 'open', allowFrom: ['+45'] } } } } }", "channels.whatsapp.accounts.a.allowFrom: must contain \"*\"")]
    [InlineData("{ channels: { telegramm: {} } }", "channels.telegramm: unknown channel; did you mean \"telegram\"?")]
    [InlineData("{ channels: { telegram: { customCommands: [{ command: 'No!', description: 'x' }] } } }", "channels.telegram.customCommands[0].command: must be 1 to 32 of a-z, 0-9 and _")]
    [InlineData("{ tools: { allow: ['a'], alsoAllow: ['b'] } }", "tools: sets both allow and alsoAllow")]
    [InlineData("{ agents: { list: [{ id: 'a', tools: { allow: ['a'], alsoAllow: ['b'] } }] } }", "agents.list[0].tools: sets both")]
    [InlineData("{ agents: { list: [{ id: 'a' }] }, broadcast: { peer: ['a', 'b'] } }", "broadcast.peer[1]: names the agent \"b\"")]
    [InlineData("{ agents: { list: [{ id: 'a' }, { id: 'A' }] } }", "agents.list[1].id: the agents \"a\" and \"A\" would share")]
    [InlineData("{ agents: { list: [{ id: 'a', agentDir: '/x' }, { id: 'b', agentDir: '/x' }] } }", "agents.list[1].agentDir: the agents \"a\" and \"b\" would share /x")]
    [InlineData("{ agents: { list: [{ id: 'a', identity: { avatar: '../../etc/passwd' } }] } }", "agents.list[0].identity.avatar: must stay inside the workspace")]
    [InlineData("{ agents: { list: [{ id: 'a', identity: { avatar: '~/a.png' } }] } }", "not a path from the home directory")]
    [InlineData("{ agents: { list: [{ id: 'a', identity: { avatar: 'ftp://a.png' } }] } }", "agents.list[0].identity.avatar: must be a path inside")]
    [InlineData("{ agents: { defaults: { heartbeat: { every: 'soon' } } } }", "agents.defaults.heartbeat.every: must be a duration")]
    [InlineData("{ agents: { defaults: { heartbeat: { activeHours: { start: '24:00' } } } } }", "activeHours.start: must be a time of day")]
    [InlineData("{ agents: { defaults: { heartbeat: { target: 'telegran' } } } }", "did you mean \"telegram\"?")]
    [InlineData("{ browser: { profiles: { a: { color: '#ffffff' } } } }", "browser.profiles.a: must set cdpPort or cdpUrl")]
    [InlineData("{ browser: { profiles: { 'A b': { color: '#ffffff', cdpPort: 1 } } } }", "is not a possible name")]
    [InlineData("{ gateway: { customBindHost: '300.1.1.1' } }", "gateway.customBindHost: must be an IPv4 address")]
    [InlineData("{ models: { providers: { p: {} } } }", "models.providers.p.baseUrl: is required")]
    [InlineData("{ env: { A: 1 } }", "env.A: must be a string")]
    [InlineData("{ logging: { level: 'verbose' } }", "logging.level: must be one of")]
    [InlineData("{ tools: { allow: ['raed'] } }", "tools.allow[0]: names the tool \"raed\", which does not exist; did you mean \"read\"?")]
    [InlineData("{ tools: { deny: ['exec', 'bsh'] } }", "tools.deny[1]: names the tool \"bsh\", which does not exist; did you mean")]
    [InlineData("{ tools: { allow: ['group:filesystem'] } }", "tools.allow[0]: names the tool group \"group:filesystem\", which does not exist; known: group:automation")]
    [InlineData("{ tools: { allow: ['reed*'] } }", "tools.allow[0]: \"reed*\" matches no tool")]
    [InlineData("{ tools: { alsoAllow: [''] } }", "tools.alsoAllow[0]: is empty")]
    [InlineData("{ tools: { byProvider: { openai: { deny: ['gatway'] } } } }", "tools.byProvider.openai.deny[0]: names the tool \"gatway\", which does not exist; did you mean \"gateway\"?")]
    [InlineData("{ tools: { subagents: { tools: { allow: ['crom'] } } } }", "tools.subagents.tools.allow[0]: names the tool \"crom\", which does not exist; did you mean \"cron\"?")]
    [InlineData("{ agents: { list: [{ id: 'a', tools: { sandbox: { tools: { deny: ['exek'] } } } }] } }", "agents.list[0].tools.sandbox.tools.deny[0]: names the tool \"exek\"")]
    [InlineData("{ channels: { telegram: { groups: { '*': { toolsBySender: { ann: { allow: ['mesage'] } } } } } } }", "channels.telegram.groups.*.toolsBySender.ann.allow[0]: names the tool \"mesage\"")]
    [InlineData("{ gateway: { tools: { allow: ['cronn'] } } }", "gateway.tools.allow[0]: names the tool \"cronn\"")]
    public void What_must_hold_is_told_with_the_key_and_the_fix(string text, string expected)
    {
        using var home = new ConfigHome(text);
        var snapshot = home.Load();

        Assert.False(snapshot.Valid);
        Assert.Contains(snapshot.Issues, i => i.ToString().Contains(expected));
    }

    [Theory]
    [InlineData("{ tools: { allow: ['Bash', 'apply-patch', 'group:fs', 'web_*', 'mcp:*', 'mcp:github', 'github__*', 'github__search', 'group:plugins', '*', 'telegram'] } }")]
    [InlineData("{ gateway: { tools: { allow: ['cron'], deny: ['message'] } } }")]
    [InlineData("{ agents: { defaults: { heartbeat: { every: '0m', activeHours: { start: '08:00', end: '24:00' }, target: 'last' } } } }")]
    [InlineData("{ agents: { list: [{ id: 'a', identity: { avatar: 'avatars/a.png' } }, { id: 'b', identity: { avatar: 'https://x/y.png' } }] } }")]
    [InlineData("{ channels: { telegram: { dmPolicy: 'open', allowFrom: ['*', 42], groups: { '*': { topics: { '1': { enabled: true } } } } } } }")]
    [InlineData("{ commands: { native: true, nativeSkills: 'auto' }, hooks: { mappings: [{ match: { path: 'a', other: 1 } }] } }")]
    [InlineData("{ gateway: { bind: 'custom', customBindHost: '10.0.0.1', controlUi: { allowedOrigins: ['https://a'] } } }")]
    [InlineData("{ $schema: 'x', agents: { list: [{ id: 'a', model: 'p/m' }, { id: 'b', model: { primary: 'p/m', fallbacks: [] } }] } }")]
    public void What_is_right_is_accepted(string text)
    {
        using var home = new ConfigHome(text);
        var snapshot = home.Load();

        Assert.True(snapshot.Valid, string.Join('\n', snapshot.Issues));
        Assert.Empty(snapshot.Warnings);
    }

    [Fact]
    public void Plugins_of_the_original_are_warnings_so_that_its_configs_still_start()
    {
        using var home = new ConfigHome("{ plugins: { entries: { telegram: { enabled: true }, 'voice-call': {} }, allow: ['memory-core'] }, channels: { matrix: {} } }");
        var snapshot = home.Load();

        Assert.True(snapshot.Valid, string.Join('\n', snapshot.Issues));
        Assert.Equal(["channels.matrix", "plugins.entries.voice-call", "plugins.allow.0"], snapshot.Warnings.Select(w => w.Path));
    }
}
