namespace OpenClaw.Configuration.Tests.Schema;

public class KeysInUseTests
{
    /// <summary>Every key that the agent side reads, with a value that is not its default.</summary>
    private const string AllKeys = """
        {
          models: { mode: 'merge', providers: { local: {
            baseUrl: 'http://127.0.0.1:11434', apiKey: 'sk-local-0001', auth: 'api-key', api: 'ollama', authHeader: true, headers: { 'x-a': 'b' },
            models: [{
              id: 'm', name: 'M', api: 'openai-completions', reasoning: true, input: ['text', 'image'], contextWindow: 32000, maxTokens: 4000,
              cost: { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 0.2 }, headers: { 'x-c': 'd' },
              compat: {
                supportsStore: false, supportsDeveloperRole: false, supportsReasoningEffort: false, supportsUsageInStreaming: false,
                supportsStrictMode: false, maxTokensField: 'max_tokens', requiresToolResultName: true, requiresAssistantAfterToolResult: true,
                requiresThinkingAsText: true, requiresMistralToolIds: true, thinkingFormat: 'qwen' } }] } } },
          auth: {
            profiles: { 'local:a': { provider: 'local', mode: 'api_key', email: 'a@example.org' } }, order: { local: ['local:a'] },
            cooldowns: { billingBackoffHours: 4, billingBackoffHoursByProvider: { local: 2 }, billingMaxHours: 20, failureWindowHours: 12 } },
          agents: {
            defaults: {
              model: { primary: 'local/m', fallbacks: ['local/m'] }, imageModel: { primary: 'local/m', fallbacks: [] },
              models: { 'local/m': { alias: 'em', params: { temperature: 0.5 } } },
              workspace: '~/w', repoRoot: '~/r', skipBootstrap: true, bootstrapMaxChars: 9000, userTimezone: 'Europe/Copenhagen', timeFormat: '24',
              envelopeTimezone: 'utc', envelopeTimestamp: 'off', envelopeElapsed: 'off', contextTokens: 30000, thinkingDefault: 'low',
              verboseDefault: 'on', elevatedDefault: 'ask', timeoutSeconds: 100, mediaMaxMb: 3, typingIntervalSeconds: 4, typingMode: 'thinking',
              maxConcurrent: 2, cliBackends: {}, blockStreamingDefault: 'on', humanDelay: { mode: 'off' },
              heartbeat: {
                every: '1h', activeHours: { start: '08:00', end: '20:00', timezone: 'user' }, model: 'local/m', session: 'main', target: 'last', to: '1',
                prompt: 'p', ackMaxChars: 20, includeReasoning: true },
              subagents: { maxConcurrent: 3, archiveAfterMinutes: 5, model: 'local/m' },
              sandbox: { mode: 'off', sessionToolsVisibility: 'all' },
              compaction: {
                mode: 'safeguard', reserveTokensFloor: 1000, maxHistoryShare: 0.4,
                memoryFlush: { enabled: false, softThresholdTokens: 1000, prompt: 'p', systemPrompt: 's' } },
              contextPruning: {
                mode: 'cache-ttl', ttl: '5m', keepLastAssistants: 2, softTrimRatio: 0.2, hardClearRatio: 0.4, minPrunableToolChars: 100,
                softTrim: { maxChars: 100, headChars: 40, tailChars: 40 }, hardClear: { enabled: false, placeholder: 'gone' },
                tools: { allow: ['read'], deny: ['exec'] } },
              memorySearch: {
                enabled: true, sources: ['memory'], extraPaths: ['~/notes'], provider: 'openai', model: 'text-embedding-3-large', fallback: 'gemini',
                remote: { baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'sk-mem-0001', headers: { 'x-e': 'f' } },
                store: { path: '~/{agentId}.sqlite', vector: { enabled: true } }, chunking: { tokens: 200, overlap: 20 }, cache: { enabled: true, maxEntries: 100 },
                query: { maxResults: 3, minScore: 0.2, hybrid: { enabled: true, vectorWeight: 0.6, textWeight: 0.4, candidateMultiplier: 5 } } } },
            list: [{
              id: 'main', default: true, name: 'Main', workspace: '~/m', agentDir: '~/a', model: { primary: 'local/m', fallbacks: [] },
              identity: { name: 'N', theme: 't', emoji: 'e', avatar: 'a.png' }, heartbeat: { every: '2h' }, memorySearch: { enabled: false },
              subagents: { allowAgents: ['*'], model: 'local/m' }, sandbox: { mode: 'off' },
              tools: {
                profile: 'coding', alsoAllow: ['cron'], deny: ['image'], byProvider: { local: { allow: ['read'] } },
                sandbox: { tools: { allow: ['read'] } }, elevated: { enabled: true, allowFrom: { telegram: ['1', 2] } },
                exec: {
                  host: 'gateway', security: 'allowlist', ask: 'always', node: 'n', pathPrepend: ['/opt/bin'], safeBins: ['jq'], backgroundMs: 100,
                  timeoutSec: 10, approvalRunningNoticeMs: 10, cleanupMs: 100, notifyOnExit: true, applyPatch: { enabled: true, allowModels: ['m'] } } } }] },
          tools: {
            profile: 'full', allow: ['group:fs'], deny: ['browser'], byProvider: { local: { profile: 'minimal', alsoAllow: ['read'], deny: ['exec'] } },
            subagents: { tools: { allow: ['read'], deny: ['exec'] } }, sandbox: { tools: { allow: ['read'], deny: ['exec'] } },
            agentToAgent: { enabled: true, allow: ['*'] }, elevated: { enabled: true, allowFrom: { telegram: ['*'] } },
            message: {
              allowCrossContextSend: true, broadcast: { enabled: false },
              crossContext: { allowWithinProvider: false, allowAcrossProviders: true, marker: { enabled: true, prefix: 'a', suffix: 'b' } } },
            exec: {
              host: 'gateway', security: 'full', ask: 'off', node: 'n', pathPrepend: ['/opt/bin'], safeBins: ['jq'], backgroundMs: 100, timeoutSec: 10,
              approvalRunningNoticeMs: 10, cleanupMs: 100, notifyOnExit: true, applyPatch: { enabled: true, allowModels: ['m'] } },
            web: {
              search: {
                enabled: true, provider: 'perplexity', apiKey: 'sk-web-0001', maxResults: 3, timeoutSeconds: 5, cacheTtlMinutes: 1.5,
                perplexity: { apiKey: 'sk-px-00001', baseUrl: 'http://127.0.0.1:1', model: 'sonar' } },
              fetch: { enabled: true, maxChars: 1000, timeoutSeconds: 5, cacheTtlMinutes: 1, maxRedirects: 1, userAgent: 'u' } } },
          bindings: [{ agentId: 'main', match: { channel: 'telegram', accountId: 'a', peer: { kind: 'dm', id: '1' }, guildId: 'g', teamId: 't' } }],
          messages: {
            messagePrefix: 'm', responsePrefix: 'r', ackReaction: 'x', ackReactionScope: 'all', removeAckAfterReply: true,
            queue: { mode: 'collect', byChannel: { telegram: 'steer', webchat: 'interrupt' }, debounceMs: 10, debounceMsByChannel: { telegram: 5 }, cap: 3, drop: 'old' },
            inbound: { debounceMs: 10, byChannel: { telegram: 5 } }, groupChat: { mentionPatterns: ['@x'], historyLimit: 5 } },
          commands: { text: false, bash: true, bashForegroundMs: 100, config: true, debug: true, restart: true, useAccessGroups: false, native: false, nativeSkills: false },
          approvals: { exec: {
            enabled: true, mode: 'both', agentFilter: ['main'], sessionFilter: ['x'],
            targets: [{ channel: 'telegram', to: '1', accountId: 'a', threadId: 7 }] } },
          session: {
            scope: 'global', dmScope: 'per-peer', mainKey: 'main', store: '~/s.json', resetTriggers: ['/new'], idleMinutes: 5,
            identityLinks: { ann: ['telegram:1'] }, reset: { mode: 'daily', atHour: 3, idleMinutes: 9 },
            resetByType: { dm: { mode: 'idle', idleMinutes: 9 } }, resetByChannel: { telegram: { mode: 'daily', atHour: 2 } },
            sendPolicy: { default: 'deny', rules: [{ action: 'allow', match: { channel: 'telegram', chatType: 'group', keyPrefix: 'agent:' } }] },
            agentToAgent: { maxPingPongTurns: 2 }, typingIntervalSeconds: 3, typingMode: 'never' },
          cron: { enabled: true, store: '~/jobs.json', maxConcurrentRuns: 2 },
          hooks: {
            enabled: true, path: '/h', token: 'hook-token-0001', maxBodyBytes: 1000, presets: ['gmail'], transformsDir: '~/t',
            mappings: [{
              id: 'a', match: { path: 'p', source: 's' }, action: 'agent', wakeMode: 'now', name: 'n', sessionKey: 'hook:a', messageTemplate: 'm', textTemplate: 't',
              deliver: true, allowUnsafeExternalContent: true, channel: 'last', to: '1', model: 'local/m', thinking: 'low', timeoutSeconds: 5,
              transform: { module: 'x.js', export: 'y' } }],
            gmail: { model: 'local/m', thinking: 'low', allowUnsafeExternalContent: true },
            internal: { enabled: true, entries: { 'session-memory': { enabled: true, env: { A: 'b' } } }, load: { extraDirs: ['~/h'] } } },
          skills: {
            allowBundled: ['a'], load: { extraDirs: ['~/s'], watch: false, watchDebounceMs: 10 }, install: { preferBrew: false, nodeManager: 'pnpm' },
            entries: { a: { enabled: true, apiKey: 'sk-skill-001', env: { A: 'b' }, config: { x: 1 } } } },
          gateway: {
            tools: { allow: ['cron'], deny: ['message'] },
            http: { endpoints: {
              chatCompletions: { enabled: true },
              responses: {
                enabled: true, maxBodyBytes: 1000,
                files: {
                  allowUrl: false, allowedMimes: ['text/plain'], maxBytes: 10, maxChars: 10, maxRedirects: 1, timeoutMs: 10,
                  pdf: { maxPages: 1, maxPixels: 10, minTextChars: 1 } },
                images: { allowUrl: false, allowedMimes: ['image/png'], maxBytes: 10, maxRedirects: 1, timeoutMs: 10 } } } } },
          mcp: { servers: {
            one: { enabled: false, command: 'c', args: ['a'], env: { A: 'b' }, cwd: '/', tools: ['t'], connectTimeoutSeconds: 5, timeoutSeconds: 6 },
            two: { url: 'http://127.0.0.1:1/mcp', headers: { 'x-g': 'h' }, workingDirectory: '/' } } },
        }
        """;

    [Fact]
    public void Every_key_that_is_read_is_a_key_that_may_be_written()
    {
        using var home = new ConfigHome(AllKeys);
        var snapshot = home.Load();

        Assert.True(snapshot.Valid, string.Join('\n', snapshot.Issues));
        Assert.Empty(snapshot.Warnings);
    }

    [Theory]
    [InlineData("thinkingFormat: 'qwen3'", "compat.thinkingFormat: must be one of")]
    [InlineData("requiresThinkingAsTxt: true", "compat.requiresThinkingAsTxt")]
    public void A_flag_of_a_server_that_does_not_exist_is_told(string flag, string expected)
    {
        using var home = new ConfigHome($"{{ models: {{ providers: {{ p: {{ baseUrl: 'http://127.0.0.1', models: [{{ id: 'm', name: 'M', compat: {{ {flag} }} }}] }} }} }} }}");
        var snapshot = home.Load();

        Assert.False(snapshot.Valid);
        Assert.Contains(snapshot.Issues, issue => issue.ToString().Contains(expected));
    }
}
