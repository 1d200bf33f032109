// Generated from the wire types by `openclaw protocol`. Do not edit.

import Foundation

public let openClawMinProtocol = 3
public let openClawMaxProtocol = 4

/// Any JSON value.
public enum JSONValue: Codable, Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    public init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() { self = .null; return }
        if let value = try? container.decode(Bool.self) { self = .bool(value); return }
        if let value = try? container.decode(Int64.self) { self = .int(value); return }
        if let value = try? container.decode(Double.self) { self = .double(value); return }
        if let value = try? container.decode(String.self) { self = .string(value); return }
        if let value = try? container.decode([JSONValue].self) { self = .array(value); return }
        self = .object(try container.decode([String: JSONValue].self))
    }

    public func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

public struct AgentAssistantData: Codable, Sendable, Equatable {
    public var text: String
    public var delta: String?
    public var mediaUrls: [String]?

    public init(text: String, delta: String? = nil, mediaUrls: [String]? = nil) {
        self.text = text
        self.delta = delta
        self.mediaUrls = mediaUrls
    }
}

public struct AgentCompactionData: Codable, Sendable, Equatable {
    /// "start", "end"
    public var phase: String
    public var willRetry: Bool?

    public init(phase: String, willRetry: Bool? = nil) {
        self.phase = phase
        self.willRetry = willRetry
    }
}

public struct AgentEvent: Codable, Sendable, Equatable {
    public var runId: String
    /// "lifecycle", "assistant", "tool", "compaction", "error"
    public var stream: String
    public var data: JSONValue
    public var sessionKey: String?
    /// >= 0 integer
    public var seq: Int64?
    /// integer
    public var ts: Int64

    public init(runId: String, stream: String, data: JSONValue, sessionKey: String? = nil, seq: Int64? = nil, ts: Int64) {
        self.runId = runId
        self.stream = stream
        self.data = data
        self.sessionKey = sessionKey
        self.seq = seq
        self.ts = ts
    }
}

public struct AgentGapData: Codable, Sendable, Equatable {
    public var reason: String
    /// integer
    public var expected: Int64
    /// integer
    public var received: Int64

    public init(reason: String, expected: Int64, received: Int64) {
        self.reason = reason
        self.expected = expected
        self.received = received
    }
}

public struct AgentIdentity: Codable, Sendable, Equatable {
    public var name: String?
    public var theme: String?
    public var emoji: String?
    public var avatar: String?
    public var avatarUrl: String?

    public init(name: String? = nil, theme: String? = nil, emoji: String? = nil, avatar: String? = nil, avatarUrl: String? = nil) {
        self.name = name
        self.theme = theme
        self.emoji = emoji
        self.avatar = avatar
        self.avatarUrl = avatarUrl
    }
}

public struct AgentIdentityGetParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var agentId: String?
    public var sessionKey: String?

    public init(agentId: String? = nil, sessionKey: String? = nil) {
        self.agentId = agentId
        self.sessionKey = sessionKey
    }
}

public struct AgentIdentityGetResult: Codable, Sendable, Equatable {
    public var agentId: String
    public var name: String
    public var avatar: String

    public init(agentId: String, name: String, avatar: String) {
        self.agentId = agentId
        self.name = name
        self.avatar = avatar
    }
}

public struct AgentLifecycleData: Codable, Sendable, Equatable {
    /// "start", "end", "error"
    public var phase: String
    public var error: String?
    /// integer
    public var startedAt: Int64?
    /// integer
    public var endedAt: Int64?
    public var aborted: Bool?

    public init(phase: String, error: String? = nil, startedAt: Int64? = nil, endedAt: Int64? = nil, aborted: Bool? = nil) {
        self.phase = phase
        self.error = error
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.aborted = aborted
    }
}

public struct AgentModelMeta: Codable, Sendable, Equatable {
    public var sessionId: String
    public var provider: String
    public var model: String
    public var usage: AgentUsage?

    public init(sessionId: String, provider: String, model: String, usage: AgentUsage? = nil) {
        self.sessionId = sessionId
        self.provider = provider
        self.model = model
        self.usage = usage
    }
}

public struct AgentParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var message: String
    /// >= 1 characters
    public var agentId: String?
    public var to: String?
    public var replyTo: String?
    public var sessionId: String?
    public var sessionKey: String?
    public var thinking: String?
    public var deliver: Bool?
    public var attachments: [JSONValue]?
    public var channel: String?
    public var replyChannel: String?
    public var accountId: String?
    public var replyAccountId: String?
    public var threadId: String?
    public var groupId: String?
    public var groupChannel: String?
    public var groupSpace: String?
    /// >= 0 integer
    public var timeout: Int64?
    public var lane: String?
    public var extraSystemPrompt: String?
    /// >= 1 characters
    public var idempotencyKey: String
    /// 1..64 characters
    public var label: String?
    public var spawnedBy: String?

    public init(message: String, agentId: String? = nil, to: String? = nil, replyTo: String? = nil, sessionId: String? = nil, sessionKey: String? = nil, thinking: String? = nil, deliver: Bool? = nil, attachments: [JSONValue]? = nil, channel: String? = nil, replyChannel: String? = nil, accountId: String? = nil, replyAccountId: String? = nil, threadId: String? = nil, groupId: String? = nil, groupChannel: String? = nil, groupSpace: String? = nil, timeout: Int64? = nil, lane: String? = nil, extraSystemPrompt: String? = nil, idempotencyKey: String, label: String? = nil, spawnedBy: String? = nil) {
        self.message = message
        self.agentId = agentId
        self.to = to
        self.replyTo = replyTo
        self.sessionId = sessionId
        self.sessionKey = sessionKey
        self.thinking = thinking
        self.deliver = deliver
        self.attachments = attachments
        self.channel = channel
        self.replyChannel = replyChannel
        self.accountId = accountId
        self.replyAccountId = replyAccountId
        self.threadId = threadId
        self.groupId = groupId
        self.groupChannel = groupChannel
        self.groupSpace = groupSpace
        self.timeout = timeout
        self.lane = lane
        self.extraSystemPrompt = extraSystemPrompt
        self.idempotencyKey = idempotencyKey
        self.label = label
        self.spawnedBy = spawnedBy
    }
}

public struct AgentReply: Codable, Sendable, Equatable {
    public var text: String?
    public var mediaUrl: String?
    public var mediaUrls: [String]?
    public var replyToId: String?
    public var isError: Bool?

    public init(text: String? = nil, mediaUrl: String? = nil, mediaUrls: [String]? = nil, replyToId: String? = nil, isError: Bool? = nil) {
        self.text = text
        self.mediaUrl = mediaUrl
        self.mediaUrls = mediaUrls
        self.replyToId = replyToId
        self.isError = isError
    }
}

public struct AgentResult: Codable, Sendable, Equatable {
    public var runId: String
    /// "accepted", "ok", "error"
    public var status: String
    /// integer
    public var acceptedAt: Int64?
    public var summary: String?
    public var result: AgentRunResult?

    public init(runId: String, status: String, acceptedAt: Int64? = nil, summary: String? = nil, result: AgentRunResult? = nil) {
        self.runId = runId
        self.status = status
        self.acceptedAt = acceptedAt
        self.summary = summary
        self.result = result
    }
}

public struct AgentRunMeta: Codable, Sendable, Equatable {
    /// integer
    public var durationMs: Int64
    public var agentMeta: AgentModelMeta?
    public var aborted: Bool?
    public var systemPromptReport: JSONValue?

    public init(durationMs: Int64, agentMeta: AgentModelMeta? = nil, aborted: Bool? = nil, systemPromptReport: JSONValue? = nil) {
        self.durationMs = durationMs
        self.agentMeta = agentMeta
        self.aborted = aborted
        self.systemPromptReport = systemPromptReport
    }
}

public struct AgentRunResult: Codable, Sendable, Equatable {
    public var payloads: [AgentReply]
    public var meta: AgentRunMeta

    public init(payloads: [AgentReply], meta: AgentRunMeta) {
        self.payloads = payloads
        self.meta = meta
    }
}

public struct AgentSummary: Codable, Sendable, Equatable {
    public var id: String
    public var name: String?
    public var identity: AgentIdentity?

    public init(id: String, name: String? = nil, identity: AgentIdentity? = nil) {
        self.id = id
        self.name = name
        self.identity = identity
    }
}

public struct AgentToolData: Codable, Sendable, Equatable {
    /// "start", "update", "result"
    public var phase: String
    public var name: String
    public var toolCallId: String
    public var args: JSONValue?
    public var partialResult: JSONValue?
    public var meta: JSONValue?
    public var isError: Bool?
    public var result: JSONValue?

    public init(phase: String, name: String, toolCallId: String, args: JSONValue? = nil, partialResult: JSONValue? = nil, meta: JSONValue? = nil, isError: Bool? = nil, result: JSONValue? = nil) {
        self.phase = phase
        self.name = name
        self.toolCallId = toolCallId
        self.args = args
        self.partialResult = partialResult
        self.meta = meta
        self.isError = isError
        self.result = result
    }
}

public struct AgentUsage: Codable, Sendable, Equatable {
    /// integer
    public var input: Int64?
    /// integer
    public var output: Int64?
    /// integer
    public var cacheRead: Int64?
    /// integer
    public var cacheWrite: Int64?
    /// integer
    public var total: Int64?

    public init(input: Int64? = nil, output: Int64? = nil, cacheRead: Int64? = nil, cacheWrite: Int64? = nil, total: Int64? = nil) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
        self.total = total
    }
}

public struct AgentWaitParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var runId: String
    /// >= 0 integer
    public var timeoutMs: Int64?

    public init(runId: String, timeoutMs: Int64? = nil) {
        self.runId = runId
        self.timeoutMs = timeoutMs
    }
}

public struct AgentWaitResult: Codable, Sendable, Equatable {
    public var runId: String
    /// "ok", "error", "timeout"
    public var status: String
    /// integer
    public var startedAt: Int64?
    /// integer
    public var endedAt: Int64?
    public var error: String?

    public init(runId: String, status: String, startedAt: Int64? = nil, endedAt: Int64? = nil, error: String? = nil) {
        self.runId = runId
        self.status = status
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.error = error
    }
}

public struct AgentsListResult: Codable, Sendable, Equatable {
    public var defaultId: String
    public var mainKey: String
    /// "per-sender", "global"
    public var scope: String
    public var agents: [AgentSummary]

    public init(defaultId: String, mainKey: String, scope: String, agents: [AgentSummary]) {
        self.defaultId = defaultId
        self.mainKey = mainKey
        self.scope = scope
        self.agents = agents
    }
}

public struct AnyParams: Codable, Sendable, Equatable {
    public init() {
    }
}

public struct BrowserRequestParams: Codable, Sendable, Equatable {
    public var method: String?
    public var path: String?
    public var query: JSONValue?
    public var body: JSONValue?
    public var timeoutMs: Double?

    public init(method: String? = nil, path: String? = nil, query: JSONValue? = nil, body: JSONValue? = nil, timeoutMs: Double? = nil) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
        self.timeoutMs = timeoutMs
    }
}

public struct ChallengePayload: Codable, Sendable, Equatable {
    public var nonce: String
    /// integer
    public var ts: Int64

    public init(nonce: String, ts: Int64) {
        self.nonce = nonce
        self.ts = ts
    }
}

public struct ChannelMeta: Codable, Sendable, Equatable {
    public var id: String
    public var label: String
    public var detailLabel: String
    public var systemImage: String?

    public init(id: String, label: String, detailLabel: String, systemImage: String? = nil) {
        self.id = id
        self.label = label
        self.detailLabel = detailLabel
        self.systemImage = systemImage
    }
}

public struct ChannelsLogoutParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var channel: String
    public var accountId: String?

    public init(channel: String, accountId: String? = nil) {
        self.channel = channel
        self.accountId = accountId
    }
}

public struct ChannelsLogoutResult: Codable, Sendable, Equatable {
    public var channel: String
    public var accountId: String
    public var cleared: Bool
    public var loggedOut: Bool?

    public init(channel: String, accountId: String, cleared: Bool, loggedOut: Bool? = nil) {
        self.channel = channel
        self.accountId = accountId
        self.cleared = cleared
        self.loggedOut = loggedOut
    }
}

public struct ChannelsQueueParams: Codable, Sendable, Equatable {
    /// "list", "retry", "drop"
    public var action: String
    /// "inbox", "outbox"
    public var box: String?
    /// >= 1 integer
    public var id: Int64?
    public var channel: String?
    public var accountId: String?
    public var all: Bool?
    /// 1..1000 integer
    public var limit: Int64?

    public init(action: String, box: String? = nil, id: Int64? = nil, channel: String? = nil, accountId: String? = nil, all: Bool? = nil, limit: Int64? = nil) {
        self.action = action
        self.box = box
        self.id = id
        self.channel = channel
        self.accountId = accountId
        self.all = all
        self.limit = limit
    }
}

public struct ChannelsQueueResult: Codable, Sendable, Equatable {
    public var counts: QueueCounts
    public var items: [QueueEntry]?
    /// integer
    public var changed: Int64?
    public var problem: String?

    public init(counts: QueueCounts, items: [QueueEntry]? = nil, changed: Int64? = nil, problem: String? = nil) {
        self.counts = counts
        self.items = items
        self.changed = changed
        self.problem = problem
    }
}

public struct ChannelsStatusParams: Codable, Sendable, Equatable {
    public var probe: Bool?
    /// >= 0 integer
    public var timeoutMs: Int64?

    public init(probe: Bool? = nil, timeoutMs: Int64? = nil) {
        self.probe = probe
        self.timeoutMs = timeoutMs
    }
}

public struct ChannelsStatusResult: Codable, Sendable, Equatable {
    /// integer
    public var ts: Int64
    public var channelOrder: [String]
    public var channelLabels: [String: String]
    public var channelDetailLabels: [String: String]
    public var channelSystemImages: [String: String]
    public var channelMeta: [ChannelMeta]
    public var channels: [String: JSONValue]
    public var channelAccounts: [String: [JSONValue]]
    public var channelDefaultAccountId: [String: String]

    public init(ts: Int64, channelOrder: [String], channelLabels: [String: String], channelDetailLabels: [String: String], channelSystemImages: [String: String], channelMeta: [ChannelMeta], channels: [String: JSONValue], channelAccounts: [String: [JSONValue]], channelDefaultAccountId: [String: String]) {
        self.ts = ts
        self.channelOrder = channelOrder
        self.channelLabels = channelLabels
        self.channelDetailLabels = channelDetailLabels
        self.channelSystemImages = channelSystemImages
        self.channelMeta = channelMeta
        self.channels = channels
        self.channelAccounts = channelAccounts
        self.channelDefaultAccountId = channelDefaultAccountId
    }
}

public struct ChatAbortParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var sessionKey: String
    /// >= 1 characters
    public var runId: String?

    public init(sessionKey: String, runId: String? = nil) {
        self.sessionKey = sessionKey
        self.runId = runId
    }
}

public struct ChatAbortResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var aborted: Bool
    public var runIds: [String]

    public init(ok: Bool, aborted: Bool, runIds: [String]) {
        self.ok = ok
        self.aborted = aborted
        self.runIds = runIds
    }
}

public struct ChatContent: Codable, Sendable, Equatable {
    public var type: String
    public var text: String?

    public init(type: String, text: String? = nil) {
        self.type = type
        self.text = text
    }
}

public struct ChatEvent: Codable, Sendable, Equatable {
    public var runId: String
    public var sessionKey: String
    /// >= 0 integer
    public var seq: Int64
    /// "delta", "final", "aborted", "error"
    public var state: String
    public var deltaText: String?
    public var replace: Bool?
    public var message: ChatMessage?
    public var errorMessage: String?
    public var stopReason: String?

    public init(runId: String, sessionKey: String, seq: Int64, state: String, deltaText: String? = nil, replace: Bool? = nil, message: ChatMessage? = nil, errorMessage: String? = nil, stopReason: String? = nil) {
        self.runId = runId
        self.sessionKey = sessionKey
        self.seq = seq
        self.state = state
        self.deltaText = deltaText
        self.replace = replace
        self.message = message
        self.errorMessage = errorMessage
        self.stopReason = stopReason
    }
}

public struct ChatHistoryParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var sessionKey: String
    /// 1..1000 integer
    public var limit: Int64?

    public init(sessionKey: String, limit: Int64? = nil) {
        self.sessionKey = sessionKey
        self.limit = limit
    }
}

public struct ChatHistoryResult: Codable, Sendable, Equatable {
    public var sessionKey: String
    public var sessionId: String?
    public var messages: [TranscriptMessage]
    public var thinkingLevel: String?

    public init(sessionKey: String, sessionId: String? = nil, messages: [TranscriptMessage], thinkingLevel: String? = nil) {
        self.sessionKey = sessionKey
        self.sessionId = sessionId
        self.messages = messages
        self.thinkingLevel = thinkingLevel
    }
}

public struct ChatInjectParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var sessionKey: String
    /// >= 1 characters
    public var message: String
    /// <= 100 characters
    public var label: String?

    public init(sessionKey: String, message: String, label: String? = nil) {
        self.sessionKey = sessionKey
        self.message = message
        self.label = label
    }
}

public struct ChatInjectResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var messageId: String

    public init(ok: Bool, messageId: String) {
        self.ok = ok
        self.messageId = messageId
    }
}

public struct ChatMessage: Codable, Sendable, Equatable {
    public var role: String
    public var content: [ChatContent]
    /// integer
    public var timestamp: Int64
    public var stopReason: String?
    public var usage: ChatUsage?

    public init(role: String, content: [ChatContent], timestamp: Int64, stopReason: String? = nil, usage: ChatUsage? = nil) {
        self.role = role
        self.content = content
        self.timestamp = timestamp
        self.stopReason = stopReason
        self.usage = usage
    }
}

public struct ChatSendParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var sessionKey: String
    public var message: String
    public var thinking: String?
    public var deliver: Bool?
    public var attachments: [JSONValue]?
    /// >= 0 integer
    public var timeoutMs: Int64?
    /// >= 1 characters
    public var idempotencyKey: String

    public init(sessionKey: String, message: String, thinking: String? = nil, deliver: Bool? = nil, attachments: [JSONValue]? = nil, timeoutMs: Int64? = nil, idempotencyKey: String) {
        self.sessionKey = sessionKey
        self.message = message
        self.thinking = thinking
        self.deliver = deliver
        self.attachments = attachments
        self.timeoutMs = timeoutMs
        self.idempotencyKey = idempotencyKey
    }
}

public struct ChatSendResult: Codable, Sendable, Equatable {
    public var ok: Bool?
    public var aborted: Bool?
    public var runIds: [String]?
    public var runId: String?
    /// "started", "in_flight", "ok", "error"
    public var status: String?
    public var summary: String?

    public init(ok: Bool? = nil, aborted: Bool? = nil, runIds: [String]? = nil, runId: String? = nil, status: String? = nil, summary: String? = nil) {
        self.ok = ok
        self.aborted = aborted
        self.runIds = runIds
        self.runId = runId
        self.status = status
        self.summary = summary
    }
}

public struct ChatUsage: Codable, Sendable, Equatable {
    /// integer
    public var input: Int64
    /// integer
    public var output: Int64
    /// integer
    public var totalTokens: Int64

    public init(input: Int64, output: Int64, totalTokens: Int64) {
        self.input = input
        self.output = output
        self.totalTokens = totalTokens
    }
}

public struct ClientInfo: Codable, Sendable, Equatable {
    /// "webchat-ui", "openclaw-control-ui", "webchat", "cli", "gateway-client", "openclaw-macos", "openclaw-ios", "openclaw-android", "node-host", "test", "fingerprint", "openclaw-probe", "openclaw-browser-copilot", "openclaw-tui", "openclaw-linux", "openclaw-watchos", "openclaw-worker"
    public var id: String
    /// >= 1 characters
    public var displayName: String?
    /// >= 1 characters
    public var version: String
    /// >= 1 characters
    public var platform: String
    /// >= 1 characters
    public var deviceFamily: String?
    /// >= 1 characters
    public var modelIdentifier: String?
    /// "webchat", "cli", "ui", "backend", "node", "probe", "test", "worker"
    public var mode: String
    /// >= 1 characters
    public var instanceId: String?
    /// 1..96 characters
    public var buildId: String?
    /// 1..64 characters
    public var timeZone: String?

    public init(id: String, displayName: String? = nil, version: String, platform: String, deviceFamily: String? = nil, modelIdentifier: String? = nil, mode: String, instanceId: String? = nil, buildId: String? = nil, timeZone: String? = nil) {
        self.id = id
        self.displayName = displayName
        self.version = version
        self.platform = platform
        self.deviceFamily = deviceFamily
        self.modelIdentifier = modelIdentifier
        self.mode = mode
        self.instanceId = instanceId
        self.buildId = buildId
        self.timeZone = timeZone
    }
}

public struct ConfigApplyParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var raw: String
    /// >= 1 characters
    public var baseHash: String?
    public var sessionKey: String?
    public var note: String?
    /// >= 0 integer
    public var restartDelayMs: Int64?

    public init(raw: String, baseHash: String? = nil, sessionKey: String? = nil, note: String? = nil, restartDelayMs: Int64? = nil) {
        self.raw = raw
        self.baseHash = baseHash
        self.sessionKey = sessionKey
        self.note = note
        self.restartDelayMs = restartDelayMs
    }
}

public struct ConfigApplyResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var path: String
    public var config: JSONValue
    public var restart: RestartSchedule
    public var sentinel: RestartSentinel

    public init(ok: Bool, path: String, config: JSONValue, restart: RestartSchedule, sentinel: RestartSentinel) {
        self.ok = ok
        self.path = path
        self.config = config
        self.restart = restart
        self.sentinel = sentinel
    }
}

public struct ConfigGetResult: Codable, Sendable, Equatable {
    public var path: String
    public var exists: Bool
    public var raw: String?
    public var parsed: JSONValue
    public var valid: Bool
    public var config: JSONValue
    public var hash: String?
    public var issues: [ConfigIssueRow]
    public var warnings: [ConfigIssueRow]
    public var legacyIssues: [ConfigIssueRow]

    public init(path: String, exists: Bool, raw: String? = nil, parsed: JSONValue, valid: Bool, config: JSONValue, hash: String? = nil, issues: [ConfigIssueRow], warnings: [ConfigIssueRow], legacyIssues: [ConfigIssueRow]) {
        self.path = path
        self.exists = exists
        self.raw = raw
        self.parsed = parsed
        self.valid = valid
        self.config = config
        self.hash = hash
        self.issues = issues
        self.warnings = warnings
        self.legacyIssues = legacyIssues
    }
}

public struct ConfigIssueRow: Codable, Sendable, Equatable {
    public var path: String
    public var message: String

    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }
}

public struct ConfigPatchParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var raw: String
    /// >= 1 characters
    public var baseHash: String?
    public var sessionKey: String?
    public var note: String?
    /// >= 0 integer
    public var restartDelayMs: Int64?

    public init(raw: String, baseHash: String? = nil, sessionKey: String? = nil, note: String? = nil, restartDelayMs: Int64? = nil) {
        self.raw = raw
        self.baseHash = baseHash
        self.sessionKey = sessionKey
        self.note = note
        self.restartDelayMs = restartDelayMs
    }
}

public struct ConfigPatchResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var path: String
    public var config: JSONValue
    public var restart: RestartSchedule
    public var sentinel: RestartSentinel

    public init(ok: Bool, path: String, config: JSONValue, restart: RestartSchedule, sentinel: RestartSentinel) {
        self.ok = ok
        self.path = path
        self.config = config
        self.restart = restart
        self.sentinel = sentinel
    }
}

public struct ConfigSchemaResult: Codable, Sendable, Equatable {
    public var schema: JSONValue
    public var uiHints: JSONValue
    public var version: String
    public var generatedAt: String

    public init(schema: JSONValue, uiHints: JSONValue, version: String, generatedAt: String) {
        self.schema = schema
        self.uiHints = uiHints
        self.version = version
        self.generatedAt = generatedAt
    }
}

public struct ConfigSetParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var raw: String
    /// >= 1 characters
    public var baseHash: String?

    public init(raw: String, baseHash: String? = nil) {
        self.raw = raw
        self.baseHash = baseHash
    }
}

public struct ConfigSetResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var path: String
    public var config: JSONValue

    public init(ok: Bool, path: String, config: JSONValue) {
        self.ok = ok
        self.path = path
        self.config = config
    }
}

public struct ConnectAuth: Codable, Sendable, Equatable {
    public var token: String?
    public var password: String?
    public var deviceToken: String?
    public var bootstrapToken: String?
    public var approvalRuntimeToken: String?
    public var agentRuntimeIdentityToken: String?

    public init(token: String? = nil, password: String? = nil, deviceToken: String? = nil, bootstrapToken: String? = nil, approvalRuntimeToken: String? = nil, agentRuntimeIdentityToken: String? = nil) {
        self.token = token
        self.password = password
        self.deviceToken = deviceToken
        self.bootstrapToken = bootstrapToken
        self.approvalRuntimeToken = approvalRuntimeToken
        self.agentRuntimeIdentityToken = agentRuntimeIdentityToken
    }
}

public struct ConnectParams: Codable, Sendable, Equatable {
    /// >= 1 integer
    public var minProtocol: Int64
    /// >= 1 integer
    public var maxProtocol: Int64
    public var client: ClientInfo
    /// each >= 1 characters
    public var caps: [String]?
    /// each >= 1 characters
    public var commands: [String]?
    public var permissions: [String: Bool]?
    public var pathEnv: String?
    /// >= 1 characters
    public var role: String?
    /// each >= 1 characters
    public var scopes: [String]?
    public var device: DeviceProof?
    public var auth: ConnectAuth?
    public var locale: String?
    public var userAgent: String?
    public var computerUse: JSONValue?
    public var workerRuns: [String: JSONValue]?
    public var modelCatalog: [String: JSONValue]?

    public init(minProtocol: Int64, maxProtocol: Int64, client: ClientInfo, caps: [String]? = nil, commands: [String]? = nil, permissions: [String: Bool]? = nil, pathEnv: String? = nil, role: String? = nil, scopes: [String]? = nil, device: DeviceProof? = nil, auth: ConnectAuth? = nil, locale: String? = nil, userAgent: String? = nil, computerUse: JSONValue? = nil, workerRuns: [String: JSONValue]? = nil, modelCatalog: [String: JSONValue]? = nil) {
        self.minProtocol = minProtocol
        self.maxProtocol = maxProtocol
        self.client = client
        self.caps = caps
        self.commands = commands
        self.permissions = permissions
        self.pathEnv = pathEnv
        self.role = role
        self.scopes = scopes
        self.device = device
        self.auth = auth
        self.locale = locale
        self.userAgent = userAgent
        self.computerUse = computerUse
        self.workerRuns = workerRuns
        self.modelCatalog = modelCatalog
    }
}

public struct ContentPart: Codable, Sendable, Equatable {
    public var type: String
    public var text: String?
    public var textSignature: String?
    public var thinking: String?
    public var thinkingSignature: String?
    public var id: String?
    public var name: String?
    public var arguments: JSONValue?
    public var thoughtSignature: String?
    public var data: String?
    public var mimeType: String?

    public init(type: String, text: String? = nil, textSignature: String? = nil, thinking: String? = nil, thinkingSignature: String? = nil, id: String? = nil, name: String? = nil, arguments: JSONValue? = nil, thoughtSignature: String? = nil, data: String? = nil, mimeType: String? = nil) {
        self.type = type
        self.text = text
        self.textSignature = textSignature
        self.thinking = thinking
        self.thinkingSignature = thinkingSignature
        self.id = id
        self.name = name
        self.arguments = arguments
        self.thoughtSignature = thoughtSignature
        self.data = data
        self.mimeType = mimeType
    }
}

public struct CronAddParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var name: String
    /// >= 1 characters
    public var agentId: JSONValue?
    public var description: String?
    public var enabled: Bool?
    public var deleteAfterRun: Bool?
    public var schedule: CronSchedule
    /// "main", "isolated"
    public var sessionTarget: String
    /// "next-heartbeat", "now"
    public var wakeMode: String?
    public var payload: CronPayload
    public var isolation: CronIsolation?

    public init(name: String, agentId: JSONValue? = nil, description: String? = nil, enabled: Bool? = nil, deleteAfterRun: Bool? = nil, schedule: CronSchedule, sessionTarget: String, wakeMode: String? = nil, payload: CronPayload, isolation: CronIsolation? = nil) {
        self.name = name
        self.agentId = agentId
        self.description = description
        self.enabled = enabled
        self.deleteAfterRun = deleteAfterRun
        self.schedule = schedule
        self.sessionTarget = sessionTarget
        self.wakeMode = wakeMode
        self.payload = payload
        self.isolation = isolation
    }
}

public struct CronAgentTurn: Codable, Sendable, Equatable {
    /// "agentTurn"
    public var kind: String
    /// >= 1 characters
    public var message: String
    public var model: String?
    public var thinking: String?
    /// >= 1 integer
    public var timeoutSeconds: Int64?
    public var deliver: Bool?
    /// >= 1 characters
    public var channel: String?
    public var to: String?
    public var bestEffortDeliver: Bool?

    public init(kind: String, message: String, model: String? = nil, thinking: String? = nil, timeoutSeconds: Int64? = nil, deliver: Bool? = nil, channel: String? = nil, to: String? = nil, bestEffortDeliver: Bool? = nil) {
        self.kind = kind
        self.message = message
        self.model = model
        self.thinking = thinking
        self.timeoutSeconds = timeoutSeconds
        self.deliver = deliver
        self.channel = channel
        self.to = to
        self.bestEffortDeliver = bestEffortDeliver
    }
}

public struct CronAgentTurnPatch: Codable, Sendable, Equatable {
    /// "agentTurn"
    public var kind: String
    /// >= 1 characters
    public var message: String?
    public var model: String?
    public var thinking: String?
    /// >= 1 integer
    public var timeoutSeconds: Int64?
    public var deliver: Bool?
    /// >= 1 characters
    public var channel: String?
    public var to: String?
    public var bestEffortDeliver: Bool?

    public init(kind: String, message: String? = nil, model: String? = nil, thinking: String? = nil, timeoutSeconds: Int64? = nil, deliver: Bool? = nil, channel: String? = nil, to: String? = nil, bestEffortDeliver: Bool? = nil) {
        self.kind = kind
        self.message = message
        self.model = model
        self.thinking = thinking
        self.timeoutSeconds = timeoutSeconds
        self.deliver = deliver
        self.channel = channel
        self.to = to
        self.bestEffortDeliver = bestEffortDeliver
    }
}

public struct CronEvent: Codable, Sendable, Equatable {
    public var jobId: String
    /// "added", "updated", "removed", "started", "finished"
    public var action: String
    /// "ok", "error", "skipped"
    public var status: String?
    public var error: String?
    public var summary: String?
    /// integer
    public var runAtMs: Int64?
    /// integer
    public var durationMs: Int64?
    /// integer
    public var nextRunAtMs: Int64?

    public init(jobId: String, action: String, status: String? = nil, error: String? = nil, summary: String? = nil, runAtMs: Int64? = nil, durationMs: Int64? = nil, nextRunAtMs: Int64? = nil) {
        self.jobId = jobId
        self.action = action
        self.status = status
        self.error = error
        self.summary = summary
        self.runAtMs = runAtMs
        self.durationMs = durationMs
        self.nextRunAtMs = nextRunAtMs
    }
}

public struct CronIsolation: Codable, Sendable, Equatable {
    public var postToMainPrefix: String?
    /// "summary", "full"
    public var postToMainMode: String?
    /// >= 0 integer
    public var postToMainMaxChars: Int64?

    public init(postToMainPrefix: String? = nil, postToMainMode: String? = nil, postToMainMaxChars: Int64? = nil) {
        self.postToMainPrefix = postToMainPrefix
        self.postToMainMode = postToMainMode
        self.postToMainMaxChars = postToMainMaxChars
    }
}

public struct CronJob: Codable, Sendable, Equatable {
    public var id: String
    public var agentId: String?
    public var name: String
    public var description: String?
    public var enabled: Bool?
    public var deleteAfterRun: Bool?
    /// integer
    public var createdAtMs: Int64
    /// integer
    public var updatedAtMs: Int64
    public var schedule: CronSchedule
    /// "main", "isolated"
    public var sessionTarget: String
    /// "next-heartbeat", "now"
    public var wakeMode: String
    public var payload: CronPayload
    public var isolation: CronIsolation?
    public var state: CronJobState

    public init(id: String, agentId: String? = nil, name: String, description: String? = nil, enabled: Bool? = nil, deleteAfterRun: Bool? = nil, createdAtMs: Int64, updatedAtMs: Int64, schedule: CronSchedule, sessionTarget: String, wakeMode: String, payload: CronPayload, isolation: CronIsolation? = nil, state: CronJobState) {
        self.id = id
        self.agentId = agentId
        self.name = name
        self.description = description
        self.enabled = enabled
        self.deleteAfterRun = deleteAfterRun
        self.createdAtMs = createdAtMs
        self.updatedAtMs = updatedAtMs
        self.schedule = schedule
        self.sessionTarget = sessionTarget
        self.wakeMode = wakeMode
        self.payload = payload
        self.isolation = isolation
        self.state = state
    }
}

public struct CronJobPatch: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var name: String?
    /// >= 1 characters
    public var agentId: JSONValue?
    public var description: String?
    public var enabled: Bool?
    public var deleteAfterRun: Bool?
    public var schedule: CronSchedule?
    /// "main", "isolated"
    public var sessionTarget: String?
    /// "next-heartbeat", "now"
    public var wakeMode: String?
    public var payload: CronPayloadPatch?
    public var isolation: CronIsolation?
    public var state: CronJobState?

    public init(name: String? = nil, agentId: JSONValue? = nil, description: String? = nil, enabled: Bool? = nil, deleteAfterRun: Bool? = nil, schedule: CronSchedule? = nil, sessionTarget: String? = nil, wakeMode: String? = nil, payload: CronPayloadPatch? = nil, isolation: CronIsolation? = nil, state: CronJobState? = nil) {
        self.name = name
        self.agentId = agentId
        self.description = description
        self.enabled = enabled
        self.deleteAfterRun = deleteAfterRun
        self.schedule = schedule
        self.sessionTarget = sessionTarget
        self.wakeMode = wakeMode
        self.payload = payload
        self.isolation = isolation
        self.state = state
    }
}

public struct CronJobState: Codable, Sendable, Equatable {
    /// >= 0 integer
    public var nextRunAtMs: Int64?
    /// >= 0 integer
    public var runningAtMs: Int64?
    /// >= 0 integer
    public var lastRunAtMs: Int64?
    /// "ok", "error", "skipped"
    public var lastStatus: String?
    public var lastError: String?
    /// >= 0 integer
    public var lastDurationMs: Int64?

    public init(nextRunAtMs: Int64? = nil, runningAtMs: Int64? = nil, lastRunAtMs: Int64? = nil, lastStatus: String? = nil, lastError: String? = nil, lastDurationMs: Int64? = nil) {
        self.nextRunAtMs = nextRunAtMs
        self.runningAtMs = runningAtMs
        self.lastRunAtMs = lastRunAtMs
        self.lastStatus = lastStatus
        self.lastError = lastError
        self.lastDurationMs = lastDurationMs
    }
}

public struct CronListParams: Codable, Sendable, Equatable {
    public var includeDisabled: Bool?
    /// >= 1 integer
    public var limit: Int64?
    /// >= 0 integer
    public var offset: Int64?

    public init(includeDisabled: Bool? = nil, limit: Int64? = nil, offset: Int64? = nil) {
        self.includeDisabled = includeDisabled
        self.limit = limit
        self.offset = offset
    }
}

public struct CronListResult: Codable, Sendable, Equatable {
    public var jobs: [CronJob]

    public init(jobs: [CronJob]) {
        self.jobs = jobs
    }
}

public enum CronPayload: Codable, Sendable, Equatable {
    case cronSystemEvent(CronSystemEvent)
    case cronAgentTurn(CronAgentTurn)

    public init(from decoder: Decoder) throws {
        if let value = try? CronSystemEvent(from: decoder) { self = .cronSystemEvent(value); return }
        if let value = try? CronAgentTurn(from: decoder) { self = .cronAgentTurn(value); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a CronPayload"))
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .cronSystemEvent(let value): try value.encode(to: encoder)
        case .cronAgentTurn(let value): try value.encode(to: encoder)
        }
    }
}

public enum CronPayloadPatch: Codable, Sendable, Equatable {
    case cronSystemEventPatch(CronSystemEventPatch)
    case cronAgentTurnPatch(CronAgentTurnPatch)

    public init(from decoder: Decoder) throws {
        if let value = try? CronSystemEventPatch(from: decoder) { self = .cronSystemEventPatch(value); return }
        if let value = try? CronAgentTurnPatch(from: decoder) { self = .cronAgentTurnPatch(value); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a CronPayloadPatch"))
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .cronSystemEventPatch(let value): try value.encode(to: encoder)
        case .cronAgentTurnPatch(let value): try value.encode(to: encoder)
        }
    }
}

public struct CronRemoveById: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var id: String

    public init(id: String) {
        self.id = id
    }
}

public struct CronRemoveByJobId: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var jobId: String

    public init(jobId: String) {
        self.jobId = jobId
    }
}

public enum CronRemoveParams: Codable, Sendable, Equatable {
    case cronRemoveById(CronRemoveById)
    case cronRemoveByJobId(CronRemoveByJobId)

    public init(from decoder: Decoder) throws {
        if let value = try? CronRemoveById(from: decoder) { self = .cronRemoveById(value); return }
        if let value = try? CronRemoveByJobId(from: decoder) { self = .cronRemoveByJobId(value); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a CronRemoveParams"))
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .cronRemoveById(let value): try value.encode(to: encoder)
        case .cronRemoveByJobId(let value): try value.encode(to: encoder)
        }
    }
}

public struct CronRemoveResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var removed: Bool

    public init(ok: Bool, removed: Bool) {
        self.ok = ok
        self.removed = removed
    }
}

public struct CronRunById: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var id: String
    /// "due", "force"
    public var mode: String?

    public init(id: String, mode: String? = nil) {
        self.id = id
        self.mode = mode
    }
}

public struct CronRunByJobId: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var jobId: String
    /// "due", "force"
    public var mode: String?

    public init(jobId: String, mode: String? = nil) {
        self.jobId = jobId
        self.mode = mode
    }
}

public struct CronRunEntry: Codable, Sendable, Equatable {
    /// integer
    public var ts: Int64
    public var jobId: String
    /// "finished"
    public var action: String
    /// "ok", "error", "skipped"
    public var status: String?
    public var error: String?
    public var summary: String?
    /// integer
    public var runAtMs: Int64?
    /// integer
    public var durationMs: Int64?
    /// integer
    public var nextRunAtMs: Int64?

    public init(ts: Int64, jobId: String, action: String, status: String? = nil, error: String? = nil, summary: String? = nil, runAtMs: Int64? = nil, durationMs: Int64? = nil, nextRunAtMs: Int64? = nil) {
        self.ts = ts
        self.jobId = jobId
        self.action = action
        self.status = status
        self.error = error
        self.summary = summary
        self.runAtMs = runAtMs
        self.durationMs = durationMs
        self.nextRunAtMs = nextRunAtMs
    }
}

public enum CronRunParams: Codable, Sendable, Equatable {
    case cronRunById(CronRunById)
    case cronRunByJobId(CronRunByJobId)

    public init(from decoder: Decoder) throws {
        if let value = try? CronRunById(from: decoder) { self = .cronRunById(value); return }
        if let value = try? CronRunByJobId(from: decoder) { self = .cronRunByJobId(value); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a CronRunParams"))
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .cronRunById(let value): try value.encode(to: encoder)
        case .cronRunByJobId(let value): try value.encode(to: encoder)
        }
    }
}

public struct CronRunResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var ran: Bool
    public var reason: String?

    public init(ok: Bool, ran: Bool, reason: String? = nil) {
        self.ok = ok
        self.ran = ran
        self.reason = reason
    }
}

public struct CronRunsById: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var id: String
    /// 1..5000 integer
    public var limit: Int64?

    public init(id: String, limit: Int64? = nil) {
        self.id = id
        self.limit = limit
    }
}

public struct CronRunsByJobId: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var jobId: String
    /// 1..5000 integer
    public var limit: Int64?

    public init(jobId: String, limit: Int64? = nil) {
        self.jobId = jobId
        self.limit = limit
    }
}

public enum CronRunsParams: Codable, Sendable, Equatable {
    case cronRunsById(CronRunsById)
    case cronRunsByJobId(CronRunsByJobId)

    public init(from decoder: Decoder) throws {
        if let value = try? CronRunsById(from: decoder) { self = .cronRunsById(value); return }
        if let value = try? CronRunsByJobId(from: decoder) { self = .cronRunsByJobId(value); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a CronRunsParams"))
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .cronRunsById(let value): try value.encode(to: encoder)
        case .cronRunsByJobId(let value): try value.encode(to: encoder)
        }
    }
}

public struct CronRunsResult: Codable, Sendable, Equatable {
    public var entries: [CronRunEntry]

    public init(entries: [CronRunEntry]) {
        self.entries = entries
    }
}

public enum CronSchedule: Codable, Sendable, Equatable {
    case cronScheduleAt(CronScheduleAt)
    case cronScheduleEvery(CronScheduleEvery)
    case cronScheduleExpr(CronScheduleExpr)

    public init(from decoder: Decoder) throws {
        if let value = try? CronScheduleAt(from: decoder) { self = .cronScheduleAt(value); return }
        if let value = try? CronScheduleEvery(from: decoder) { self = .cronScheduleEvery(value); return }
        if let value = try? CronScheduleExpr(from: decoder) { self = .cronScheduleExpr(value); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a CronSchedule"))
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .cronScheduleAt(let value): try value.encode(to: encoder)
        case .cronScheduleEvery(let value): try value.encode(to: encoder)
        case .cronScheduleExpr(let value): try value.encode(to: encoder)
        }
    }
}

public struct CronScheduleAt: Codable, Sendable, Equatable {
    /// "at"
    public var kind: String
    /// >= 0 integer
    public var atMs: Int64

    public init(kind: String, atMs: Int64) {
        self.kind = kind
        self.atMs = atMs
    }
}

public struct CronScheduleEvery: Codable, Sendable, Equatable {
    /// "every"
    public var kind: String
    /// >= 1 integer
    public var everyMs: Int64
    /// >= 0 integer
    public var anchorMs: Int64?

    public init(kind: String, everyMs: Int64, anchorMs: Int64? = nil) {
        self.kind = kind
        self.everyMs = everyMs
        self.anchorMs = anchorMs
    }
}

public struct CronScheduleExpr: Codable, Sendable, Equatable {
    /// "cron"
    public var kind: String
    /// >= 1 characters
    public var expr: String
    public var tz: String?

    public init(kind: String, expr: String, tz: String? = nil) {
        self.kind = kind
        self.expr = expr
        self.tz = tz
    }
}

public struct CronStatusResult: Codable, Sendable, Equatable {
    public var enabled: Bool
    public var storePath: String
    /// integer
    public var jobs: Int64
    /// integer
    public var nextWakeAtMs: Int64?

    public init(enabled: Bool, storePath: String, jobs: Int64, nextWakeAtMs: Int64? = nil) {
        self.enabled = enabled
        self.storePath = storePath
        self.jobs = jobs
        self.nextWakeAtMs = nextWakeAtMs
    }
}

public struct CronSystemEvent: Codable, Sendable, Equatable {
    /// "systemEvent"
    public var kind: String
    /// >= 1 characters
    public var text: String

    public init(kind: String, text: String) {
        self.kind = kind
        self.text = text
    }
}

public struct CronSystemEventPatch: Codable, Sendable, Equatable {
    /// "systemEvent"
    public var kind: String
    /// >= 1 characters
    public var text: String?

    public init(kind: String, text: String? = nil) {
        self.kind = kind
        self.text = text
    }
}

public struct CronUpdateById: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var id: String
    public var patch: CronJobPatch

    public init(id: String, patch: CronJobPatch) {
        self.id = id
        self.patch = patch
    }
}

public struct CronUpdateByJobId: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var jobId: String
    public var patch: CronJobPatch

    public init(jobId: String, patch: CronJobPatch) {
        self.jobId = jobId
        self.patch = patch
    }
}

public enum CronUpdateParams: Codable, Sendable, Equatable {
    case cronUpdateById(CronUpdateById)
    case cronUpdateByJobId(CronUpdateByJobId)

    public init(from decoder: Decoder) throws {
        if let value = try? CronUpdateById(from: decoder) { self = .cronUpdateById(value); return }
        if let value = try? CronUpdateByJobId(from: decoder) { self = .cronUpdateByJobId(value); return }
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a CronUpdateParams"))
    }

    public func encode(to encoder: Encoder) throws {
        switch self {
        case .cronUpdateById(let value): try value.encode(to: encoder)
        case .cronUpdateByJobId(let value): try value.encode(to: encoder)
        }
    }
}

public struct DeliveryContext: Codable, Sendable, Equatable {
    public var channel: String?
    public var to: String?
    public var accountId: String?
    public var threadId: JSONValue?

    public init(channel: String? = nil, to: String? = nil, accountId: String? = nil, threadId: JSONValue? = nil) {
        self.channel = channel
        self.to = to
        self.accountId = accountId
        self.threadId = threadId
    }
}

public struct DevicePairApproveParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var requestId: String

    public init(requestId: String) {
        self.requestId = requestId
    }
}

public struct DevicePairApproveResult: Codable, Sendable, Equatable {
    public var requestId: String
    public var device: PairedDeviceView

    public init(requestId: String, device: PairedDeviceView) {
        self.requestId = requestId
        self.device = device
    }
}

public struct DevicePairListResult: Codable, Sendable, Equatable {
    public var pending: [PendingDevice]
    public var paired: [PairedDeviceView]

    public init(pending: [PendingDevice], paired: [PairedDeviceView]) {
        self.pending = pending
        self.paired = paired
    }
}

public struct DevicePairRejectParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var requestId: String

    public init(requestId: String) {
        self.requestId = requestId
    }
}

public struct DevicePairRejectResult: Codable, Sendable, Equatable {
    public var requestId: String
    public var deviceId: String

    public init(requestId: String, deviceId: String) {
        self.requestId = requestId
        self.deviceId = deviceId
    }
}

public struct DevicePairResolvedEvent: Codable, Sendable, Equatable {
    public var requestId: String
    public var deviceId: String
    /// "approved", "rejected"
    public var decision: String
    /// integer
    public var ts: Int64

    public init(requestId: String, deviceId: String, decision: String, ts: Int64) {
        self.requestId = requestId
        self.deviceId = deviceId
        self.decision = decision
        self.ts = ts
    }
}

public struct DeviceProof: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var id: String
    /// >= 1 characters
    public var publicKey: String
    /// >= 1 characters
    public var signature: String
    /// >= 0 integer
    public var signedAt: Int64
    /// >= 1 characters
    public var nonce: String?

    public init(id: String, publicKey: String, signature: String, signedAt: Int64, nonce: String? = nil) {
        self.id = id
        self.publicKey = publicKey
        self.signature = signature
        self.signedAt = signedAt
        self.nonce = nonce
    }
}

public struct DeviceTokenRevokeParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var deviceId: String
    /// >= 1 characters
    public var role: String

    public init(deviceId: String, role: String) {
        self.deviceId = deviceId
        self.role = role
    }
}

public struct DeviceTokenRevokeResult: Codable, Sendable, Equatable {
    public var deviceId: String
    public var role: String
    /// integer
    public var revokedAtMs: Int64

    public init(deviceId: String, role: String, revokedAtMs: Int64) {
        self.deviceId = deviceId
        self.role = role
        self.revokedAtMs = revokedAtMs
    }
}

public struct DeviceTokenRotateParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var deviceId: String
    /// >= 1 characters
    public var role: String
    /// each >= 1 characters
    public var scopes: [String]?

    public init(deviceId: String, role: String, scopes: [String]? = nil) {
        self.deviceId = deviceId
        self.role = role
        self.scopes = scopes
    }
}

public struct DeviceTokenRotateResult: Codable, Sendable, Equatable {
    public var deviceId: String
    public var role: String
    public var token: String
    public var scopes: [String]
    /// integer
    public var rotatedAtMs: Int64

    public init(deviceId: String, role: String, token: String, scopes: [String], rotatedAtMs: Int64) {
        self.deviceId = deviceId
        self.role = role
        self.token = token
        self.scopes = scopes
        self.rotatedAtMs = rotatedAtMs
    }
}

public struct DeviceTokenView: Codable, Sendable, Equatable {
    public var role: String
    public var scopes: [String]
    /// integer
    public var createdAtMs: Int64
    /// integer
    public var rotatedAtMs: Int64?
    /// integer
    public var revokedAtMs: Int64?
    /// integer
    public var lastUsedAtMs: Int64?

    public init(role: String, scopes: [String], createdAtMs: Int64, rotatedAtMs: Int64? = nil, revokedAtMs: Int64? = nil, lastUsedAtMs: Int64? = nil) {
        self.role = role
        self.scopes = scopes
        self.createdAtMs = createdAtMs
        self.rotatedAtMs = rotatedAtMs
        self.revokedAtMs = revokedAtMs
        self.lastUsedAtMs = lastUsedAtMs
    }
}

public struct EventFrame: Codable, Sendable, Equatable {
    /// "event"
    public var type: String
    /// >= 1 characters
    public var event: String
    public var payload: JSONValue?
    /// >= 0 integer
    public var seq: Int64?
    public var stateVersion: StateVersion?

    public init(type: String, event: String, payload: JSONValue? = nil, seq: Int64? = nil, stateVersion: StateVersion? = nil) {
        self.type = type
        self.event = event
        self.payload = payload
        self.seq = seq
        self.stateVersion = stateVersion
    }
}

public struct ExecAllowlistEntry: Codable, Sendable, Equatable {
    public var pattern: String
    /// >= 1 characters
    public var id: String?
    /// >= 0 integer
    public var lastUsedAt: Int64?
    public var lastUsedCommand: String?
    public var lastResolvedPath: String?

    public init(pattern: String, id: String? = nil, lastUsedAt: Int64? = nil, lastUsedCommand: String? = nil, lastResolvedPath: String? = nil) {
        self.pattern = pattern
        self.id = id
        self.lastUsedAt = lastUsedAt
        self.lastUsedCommand = lastUsedCommand
        self.lastResolvedPath = lastResolvedPath
    }
}

public struct ExecApprovalRequestParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var id: String?
    /// >= 1 characters
    public var command: String
    public var cwd: JSONValue?
    public var host: JSONValue?
    public var security: JSONValue?
    public var ask: JSONValue?
    public var agentId: JSONValue?
    public var resolvedPath: JSONValue?
    public var sessionKey: JSONValue?
    /// >= 1 integer
    public var timeoutMs: Int64?

    public init(id: String? = nil, command: String, cwd: JSONValue? = nil, host: JSONValue? = nil, security: JSONValue? = nil, ask: JSONValue? = nil, agentId: JSONValue? = nil, resolvedPath: JSONValue? = nil, sessionKey: JSONValue? = nil, timeoutMs: Int64? = nil) {
        self.id = id
        self.command = command
        self.cwd = cwd
        self.host = host
        self.security = security
        self.ask = ask
        self.agentId = agentId
        self.resolvedPath = resolvedPath
        self.sessionKey = sessionKey
        self.timeoutMs = timeoutMs
    }
}

public struct ExecApprovalRequestResult: Codable, Sendable, Equatable {
    public var id: String
    /// "allow-once", "allow-always", "deny"
    public var decision: String?
    /// integer
    public var createdAtMs: Int64
    /// integer
    public var expiresAtMs: Int64

    public init(id: String, decision: String? = nil, createdAtMs: Int64, expiresAtMs: Int64) {
        self.id = id
        self.decision = decision
        self.createdAtMs = createdAtMs
        self.expiresAtMs = expiresAtMs
    }
}

public struct ExecApprovalRequestedEvent: Codable, Sendable, Equatable {
    public var id: String
    public var request: ExecApprovalSubject
    /// integer
    public var createdAtMs: Int64
    /// integer
    public var expiresAtMs: Int64

    public init(id: String, request: ExecApprovalSubject, createdAtMs: Int64, expiresAtMs: Int64) {
        self.id = id
        self.request = request
        self.createdAtMs = createdAtMs
        self.expiresAtMs = expiresAtMs
    }
}

public struct ExecApprovalResolveParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var id: String
    /// >= 1 characters
    public var decision: String

    public init(id: String, decision: String) {
        self.id = id
        self.decision = decision
    }
}

public struct ExecApprovalResolvedEvent: Codable, Sendable, Equatable {
    public var id: String
    public var decision: String
    public var resolvedBy: String?
    /// integer
    public var ts: Int64

    public init(id: String, decision: String, resolvedBy: String? = nil, ts: Int64) {
        self.id = id
        self.decision = decision
        self.resolvedBy = resolvedBy
        self.ts = ts
    }
}

public struct ExecApprovalSubject: Codable, Sendable, Equatable {
    public var command: String
    public var cwd: String?
    public var host: String?
    public var security: String?
    public var ask: String?
    public var agentId: String?
    public var resolvedPath: String?
    public var sessionKey: String?

    public init(command: String, cwd: String? = nil, host: String? = nil, security: String? = nil, ask: String? = nil, agentId: String? = nil, resolvedPath: String? = nil, sessionKey: String? = nil) {
        self.command = command
        self.cwd = cwd
        self.host = host
        self.security = security
        self.ask = ask
        self.agentId = agentId
        self.resolvedPath = resolvedPath
        self.sessionKey = sessionKey
    }
}

public struct ExecApprovalsAgent: Codable, Sendable, Equatable {
    public var security: String?
    public var ask: String?
    public var askFallback: String?
    public var autoAllowSkills: Bool?
    public var allowlist: [ExecAllowlistEntry]?

    public init(security: String? = nil, ask: String? = nil, askFallback: String? = nil, autoAllowSkills: Bool? = nil, allowlist: [ExecAllowlistEntry]? = nil) {
        self.security = security
        self.ask = ask
        self.askFallback = askFallback
        self.autoAllowSkills = autoAllowSkills
        self.allowlist = allowlist
    }
}

public struct ExecApprovalsDefaults: Codable, Sendable, Equatable {
    public var security: String?
    public var ask: String?
    public var askFallback: String?
    public var autoAllowSkills: Bool?

    public init(security: String? = nil, ask: String? = nil, askFallback: String? = nil, autoAllowSkills: Bool? = nil) {
        self.security = security
        self.ask = ask
        self.askFallback = askFallback
        self.autoAllowSkills = autoAllowSkills
    }
}

public struct ExecApprovalsFile: Codable, Sendable, Equatable {
    /// 1..1 integer
    public var version: Int64
    public var socket: ExecApprovalsSocket?
    public var defaults: ExecApprovalsDefaults?
    public var agents: [String: ExecApprovalsAgent]?

    public init(version: Int64, socket: ExecApprovalsSocket? = nil, defaults: ExecApprovalsDefaults? = nil, agents: [String: ExecApprovalsAgent]? = nil) {
        self.version = version
        self.socket = socket
        self.defaults = defaults
        self.agents = agents
    }
}

public struct ExecApprovalsGetResult: Codable, Sendable, Equatable {
    public var path: String
    public var exists: Bool
    public var hash: String
    public var file: ExecApprovalsFile

    public init(path: String, exists: Bool, hash: String, file: ExecApprovalsFile) {
        self.path = path
        self.exists = exists
        self.hash = hash
        self.file = file
    }
}

public struct ExecApprovalsNodeGetParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var nodeId: String

    public init(nodeId: String) {
        self.nodeId = nodeId
    }
}

public struct ExecApprovalsNodeSetParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var nodeId: String
    public var file: ExecApprovalsFile
    /// >= 1 characters
    public var baseHash: String?

    public init(nodeId: String, file: ExecApprovalsFile, baseHash: String? = nil) {
        self.nodeId = nodeId
        self.file = file
        self.baseHash = baseHash
    }
}

public struct ExecApprovalsSetParams: Codable, Sendable, Equatable {
    public var file: ExecApprovalsFile
    /// >= 1 characters
    public var baseHash: String?

    public init(file: ExecApprovalsFile, baseHash: String? = nil) {
        self.file = file
        self.baseHash = baseHash
    }
}

public struct ExecApprovalsSetResult: Codable, Sendable, Equatable {
    public var path: String
    public var exists: Bool
    public var hash: String
    public var file: ExecApprovalsFile

    public init(path: String, exists: Bool, hash: String, file: ExecApprovalsFile) {
        self.path = path
        self.exists = exists
        self.hash = hash
        self.file = file
    }
}

public struct ExecApprovalsSocket: Codable, Sendable, Equatable {
    public var path: String?
    public var token: String?

    public init(path: String? = nil, token: String? = nil) {
        self.path = path
        self.token = token
    }
}

public struct GatewayError: Codable, Sendable, Equatable {
    public var code: String
    public var message: String
    public var details: JSONValue?
    public var retryable: Bool?
    /// integer
    public var retryAfterMs: Int64?

    public init(code: String, message: String, details: JSONValue? = nil, retryable: Bool? = nil, retryAfterMs: Int64? = nil) {
        self.code = code
        self.message = message
        self.details = details
        self.retryable = retryable
        self.retryAfterMs = retryAfterMs
    }
}

public struct HealthAgent: Codable, Sendable, Equatable {
    public var agentId: String
    public var name: String?
    public var isDefault: Bool
    public var heartbeat: HealthHeartbeat
    public var sessions: SessionsGlance

    public init(agentId: String, name: String? = nil, isDefault: Bool, heartbeat: HealthHeartbeat, sessions: SessionsGlance) {
        self.agentId = agentId
        self.name = name
        self.isDefault = isDefault
        self.heartbeat = heartbeat
        self.sessions = sessions
    }
}

public struct HealthHeartbeat: Codable, Sendable, Equatable {
    public var enabled: Bool
    public var every: String
    /// integer
    public var everyMs: Int64?
    public var prompt: String
    public var target: String
    public var model: String?
    /// integer
    public var ackMaxChars: Int64

    public init(enabled: Bool, every: String, everyMs: Int64? = nil, prompt: String, target: String, model: String? = nil, ackMaxChars: Int64) {
        self.enabled = enabled
        self.every = every
        self.everyMs = everyMs
        self.prompt = prompt
        self.target = target
        self.model = model
        self.ackMaxChars = ackMaxChars
    }
}

public struct HealthJournal: Codable, Sendable, Equatable {
    /// integer
    public var inbox: Int64
    /// integer
    public var outbox: Int64
    /// integer
    public var failed: Int64
    /// integer
    public var uncertain: Int64
    public var problem: String?

    public init(inbox: Int64, outbox: Int64, failed: Int64, uncertain: Int64, problem: String? = nil) {
        self.inbox = inbox
        self.outbox = outbox
        self.failed = failed
        self.uncertain = uncertain
        self.problem = problem
    }
}

public struct HealthParams: Codable, Sendable, Equatable {
    public var probe: Bool?

    public init(probe: Bool? = nil) {
        self.probe = probe
    }
}

public struct HealthResult: Codable, Sendable, Equatable {
    public var ok: Bool
    /// integer
    public var ts: Int64
    /// integer
    public var durationMs: Int64
    public var channels: [String: JSONValue]
    public var channelOrder: [String]
    public var channelLabels: [String: String]
    /// integer
    public var heartbeatSeconds: Int64
    public var defaultAgentId: String
    public var agents: [HealthAgent]
    public var sessions: SessionsGlance
    public var linkChannel: LinkChannel?
    public var journal: HealthJournal?

    public init(ok: Bool, ts: Int64, durationMs: Int64, channels: [String: JSONValue], channelOrder: [String], channelLabels: [String: String], heartbeatSeconds: Int64, defaultAgentId: String, agents: [HealthAgent], sessions: SessionsGlance, linkChannel: LinkChannel? = nil, journal: HealthJournal? = nil) {
        self.ok = ok
        self.ts = ts
        self.durationMs = durationMs
        self.channels = channels
        self.channelOrder = channelOrder
        self.channelLabels = channelLabels
        self.heartbeatSeconds = heartbeatSeconds
        self.defaultAgentId = defaultAgentId
        self.agents = agents
        self.sessions = sessions
        self.linkChannel = linkChannel
        self.journal = journal
    }
}

public struct HeartbeatEvent: Codable, Sendable, Equatable {
    /// integer
    public var ts: Int64
    /// "sent", "ok-empty", "ok-token", "skipped", "failed"
    public var status: String
    public var to: String?
    public var reason: String?
    public var preview: String?
    /// integer
    public var durationMs: Int64?
    public var hasMedia: Bool?
    public var channel: String?
    public var silent: Bool?
    /// "ok", "alert", "error"
    public var indicatorType: String?

    public init(ts: Int64, status: String, to: String? = nil, reason: String? = nil, preview: String? = nil, durationMs: Int64? = nil, hasMedia: Bool? = nil, channel: String? = nil, silent: Bool? = nil, indicatorType: String? = nil) {
        self.ts = ts
        self.status = status
        self.to = to
        self.reason = reason
        self.preview = preview
        self.durationMs = durationMs
        self.hasMedia = hasMedia
        self.channel = channel
        self.silent = silent
        self.indicatorType = indicatorType
    }
}

public struct HelloAuth: Codable, Sendable, Equatable {
    public var deviceToken: String?
    public var role: String
    public var scopes: [String]
    /// integer
    public var issuedAtMs: Int64?
    public var method: String?

    public init(deviceToken: String? = nil, role: String, scopes: [String], issuedAtMs: Int64? = nil, method: String? = nil) {
        self.deviceToken = deviceToken
        self.role = role
        self.scopes = scopes
        self.issuedAtMs = issuedAtMs
        self.method = method
    }
}

public struct HelloFeatures: Codable, Sendable, Equatable {
    public var methods: [String]
    public var events: [String]
    public var capabilities: [String]?

    public init(methods: [String], events: [String], capabilities: [String]? = nil) {
        self.methods = methods
        self.events = events
        self.capabilities = capabilities
    }
}

public struct HelloOk: Codable, Sendable, Equatable {
    /// "hello-ok"
    public var type: String
    /// integer
    public var `protocol`: Int64
    public var server: HelloServer
    public var features: HelloFeatures
    public var snapshot: HelloSnapshot
    public var canvasHostUrl: String?
    public var auth: HelloAuth?
    public var policy: HelloPolicy

    public init(type: String, `protocol`: Int64, server: HelloServer, features: HelloFeatures, snapshot: HelloSnapshot, canvasHostUrl: String? = nil, auth: HelloAuth? = nil, policy: HelloPolicy) {
        self.type = type
        self.`protocol` = `protocol`
        self.server = server
        self.features = features
        self.snapshot = snapshot
        self.canvasHostUrl = canvasHostUrl
        self.auth = auth
        self.policy = policy
    }
}

public struct HelloPolicy: Codable, Sendable, Equatable {
    /// integer
    public var maxPayload: Int64
    /// integer
    public var maxBufferedBytes: Int64
    /// integer
    public var tickIntervalMs: Int64

    public init(maxPayload: Int64, maxBufferedBytes: Int64, tickIntervalMs: Int64) {
        self.maxPayload = maxPayload
        self.maxBufferedBytes = maxBufferedBytes
        self.tickIntervalMs = tickIntervalMs
    }
}

public struct HelloServer: Codable, Sendable, Equatable {
    public var version: String
    public var commit: String?
    public var host: String?
    public var connId: String

    public init(version: String, commit: String? = nil, host: String? = nil, connId: String) {
        self.version = version
        self.commit = commit
        self.host = host
        self.connId = connId
    }
}

public struct HelloSessionDefaults: Codable, Sendable, Equatable {
    public var defaultAgentId: String
    public var mainKey: String
    public var mainSessionKey: String
    public var scope: String

    public init(defaultAgentId: String, mainKey: String, mainSessionKey: String, scope: String) {
        self.defaultAgentId = defaultAgentId
        self.mainKey = mainKey
        self.mainSessionKey = mainSessionKey
        self.scope = scope
    }
}

public struct HelloSnapshot: Codable, Sendable, Equatable {
    public var presence: [PresenceEntry]
    public var health: JSONValue
    public var stateVersion: StateVersion
    /// integer
    public var uptimeMs: Int64
    public var configPath: String?
    public var stateDir: String?
    public var sessionDefaults: HelloSessionDefaults?

    public init(presence: [PresenceEntry], health: JSONValue, stateVersion: StateVersion, uptimeMs: Int64, configPath: String? = nil, stateDir: String? = nil, sessionDefaults: HelloSessionDefaults? = nil) {
        self.presence = presence
        self.health = health
        self.stateVersion = stateVersion
        self.uptimeMs = uptimeMs
        self.configPath = configPath
        self.stateDir = stateDir
        self.sessionDefaults = sessionDefaults
    }
}

public struct LinkChannel: Codable, Sendable, Equatable {
    public var id: String
    public var label: String
    public var linked: Bool
    /// integer
    public var authAgeMs: Int64?

    public init(id: String, label: String, linked: Bool, authAgeMs: Int64? = nil) {
        self.id = id
        self.label = label
        self.linked = linked
        self.authAgeMs = authAgeMs
    }
}

public struct LogsTailParams: Codable, Sendable, Equatable {
    /// >= 0 integer
    public var cursor: Int64?
    /// 1..5000 integer
    public var limit: Int64?
    /// 1..1000000 integer
    public var maxBytes: Int64?

    public init(cursor: Int64? = nil, limit: Int64? = nil, maxBytes: Int64? = nil) {
        self.cursor = cursor
        self.limit = limit
        self.maxBytes = maxBytes
    }
}

public struct LogsTailResult: Codable, Sendable, Equatable {
    public var file: String
    /// integer
    public var cursor: Int64
    /// integer
    public var size: Int64
    public var lines: [String]
    public var truncated: Bool
    public var reset: Bool

    public init(file: String, cursor: Int64, size: Int64, lines: [String], truncated: Bool, reset: Bool) {
        self.file = file
        self.cursor = cursor
        self.size = size
        self.lines = lines
        self.truncated = truncated
        self.reset = reset
    }
}

public struct MessageActionParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var action: String
    public var channel: String?
    public var accountId: String?
    public var params: JSONValue?
    public var agentId: String?
    public var sessionKey: String?
    public var dryRun: Bool?
    /// >= 1 characters
    public var idempotencyKey: String

    public init(action: String, channel: String? = nil, accountId: String? = nil, params: JSONValue? = nil, agentId: String? = nil, sessionKey: String? = nil, dryRun: Bool? = nil, idempotencyKey: String) {
        self.action = action
        self.channel = channel
        self.accountId = accountId
        self.params = params
        self.agentId = agentId
        self.sessionKey = sessionKey
        self.dryRun = dryRun
        self.idempotencyKey = idempotencyKey
    }
}

public struct MessageActionResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var runId: String
    public var action: String
    public var channel: String
    public var accountId: String
    public var to: String?
    public var dryRun: Bool?
    public var messageId: String?
    public var chatId: String?
    public var toJid: String?
    public var pollId: String?
    public var result: JSONValue?

    public init(ok: Bool, runId: String, action: String, channel: String, accountId: String, to: String? = nil, dryRun: Bool? = nil, messageId: String? = nil, chatId: String? = nil, toJid: String? = nil, pollId: String? = nil, result: JSONValue? = nil) {
        self.ok = ok
        self.runId = runId
        self.action = action
        self.channel = channel
        self.accountId = accountId
        self.to = to
        self.dryRun = dryRun
        self.messageId = messageId
        self.chatId = chatId
        self.toJid = toJid
        self.pollId = pollId
        self.result = result
    }
}

public struct ModelRow: Codable, Sendable, Equatable {
    public var id: String
    public var name: String
    public var provider: String
    /// integer
    public var contextWindow: Int64?
    public var reasoning: Bool?
    public var input: [String]?

    public init(id: String, name: String, provider: String, contextWindow: Int64? = nil, reasoning: Bool? = nil, input: [String]? = nil) {
        self.id = id
        self.name = name
        self.provider = provider
        self.contextWindow = contextWindow
        self.reasoning = reasoning
        self.input = input
    }
}

public struct ModelsListResult: Codable, Sendable, Equatable {
    public var models: [ModelRow]

    public init(models: [ModelRow]) {
        self.models = models
    }
}

public struct NoParams: Codable, Sendable, Equatable {
    public init() {
    }
}

public struct NodeDescribeParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var nodeId: String

    public init(nodeId: String) {
        self.nodeId = nodeId
    }
}

public struct NodeDescribeResult: Codable, Sendable, Equatable {
    /// integer
    public var ts: Int64
    public var nodeId: String
    public var displayName: String?
    public var platform: String?
    public var version: String?
    public var coreVersion: String?
    public var uiVersion: String?
    public var deviceFamily: String?
    public var modelIdentifier: String?
    public var remoteIp: String?
    public var caps: [String]
    public var commands: [String]
    public var pathEnv: String?
    public var permissions: [String: Bool]?
    /// integer
    public var connectedAtMs: Int64?
    public var paired: Bool
    public var connected: Bool

    public init(ts: Int64, nodeId: String, displayName: String? = nil, platform: String? = nil, version: String? = nil, coreVersion: String? = nil, uiVersion: String? = nil, deviceFamily: String? = nil, modelIdentifier: String? = nil, remoteIp: String? = nil, caps: [String], commands: [String], pathEnv: String? = nil, permissions: [String: Bool]? = nil, connectedAtMs: Int64? = nil, paired: Bool, connected: Bool) {
        self.ts = ts
        self.nodeId = nodeId
        self.displayName = displayName
        self.platform = platform
        self.version = version
        self.coreVersion = coreVersion
        self.uiVersion = uiVersion
        self.deviceFamily = deviceFamily
        self.modelIdentifier = modelIdentifier
        self.remoteIp = remoteIp
        self.caps = caps
        self.commands = commands
        self.pathEnv = pathEnv
        self.permissions = permissions
        self.connectedAtMs = connectedAtMs
        self.paired = paired
        self.connected = connected
    }
}

public struct NodeError: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var code: String?
    /// >= 1 characters
    public var message: String?

    public init(code: String? = nil, message: String? = nil) {
        self.code = code
        self.message = message
    }
}

public struct NodeEventParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var event: String
    public var payload: JSONValue?
    public var payloadJSON: JSONValue?

    public init(event: String, payload: JSONValue? = nil, payloadJSON: JSONValue? = nil) {
        self.event = event
        self.payload = payload
        self.payloadJSON = payloadJSON
    }
}

public struct NodeEventResult: Codable, Sendable, Equatable {
    public var ok: Bool

    public init(ok: Bool) {
        self.ok = ok
    }
}

public struct NodeInvokeParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var nodeId: String
    /// >= 1 characters
    public var command: String
    public var params: JSONValue?
    /// >= 0 integer
    public var timeoutMs: Int64?
    /// >= 1 characters
    public var idempotencyKey: String

    public init(nodeId: String, command: String, params: JSONValue? = nil, timeoutMs: Int64? = nil, idempotencyKey: String) {
        self.nodeId = nodeId
        self.command = command
        self.params = params
        self.timeoutMs = timeoutMs
        self.idempotencyKey = idempotencyKey
    }
}

public struct NodeInvokeRequestEvent: Codable, Sendable, Equatable {
    public var id: String
    public var nodeId: String
    public var command: String
    public var paramsJSON: String?
    /// >= 0 integer
    public var timeoutMs: Int64?
    public var idempotencyKey: String?

    public init(id: String, nodeId: String, command: String, paramsJSON: String? = nil, timeoutMs: Int64? = nil, idempotencyKey: String? = nil) {
        self.id = id
        self.nodeId = nodeId
        self.command = command
        self.paramsJSON = paramsJSON
        self.timeoutMs = timeoutMs
        self.idempotencyKey = idempotencyKey
    }
}

public struct NodeInvokeResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var nodeId: String
    public var command: String
    public var payload: JSONValue?
    public var payloadJSON: String?

    public init(ok: Bool, nodeId: String, command: String, payload: JSONValue? = nil, payloadJSON: String? = nil) {
        self.ok = ok
        self.nodeId = nodeId
        self.command = command
        self.payload = payload
        self.payloadJSON = payloadJSON
    }
}

public struct NodeInvokeResultParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var id: String
    /// >= 1 characters
    public var nodeId: String
    public var ok: Bool
    public var payload: JSONValue?
    public var payloadJSON: JSONValue?
    public var error: JSONValue?

    public init(id: String, nodeId: String, ok: Bool, payload: JSONValue? = nil, payloadJSON: JSONValue? = nil, error: JSONValue? = nil) {
        self.id = id
        self.nodeId = nodeId
        self.ok = ok
        self.payload = payload
        self.payloadJSON = payloadJSON
        self.error = error
    }
}

public struct NodeInvokeResultResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var ignored: Bool?

    public init(ok: Bool, ignored: Bool? = nil) {
        self.ok = ok
        self.ignored = ignored
    }
}

public struct NodeListResult: Codable, Sendable, Equatable {
    /// integer
    public var ts: Int64
    public var nodes: [NodeRow]

    public init(ts: Int64, nodes: [NodeRow]) {
        self.ts = ts
        self.nodes = nodes
    }
}

public struct NodePairApproveParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var requestId: String

    public init(requestId: String) {
        self.requestId = requestId
    }
}

public struct NodePairApproveResult: Codable, Sendable, Equatable {
    public var requestId: String
    public var node: PairedNode

    public init(requestId: String, node: PairedNode) {
        self.requestId = requestId
        self.node = node
    }
}

public struct NodePairListResult: Codable, Sendable, Equatable {
    public var pending: [PendingNode]
    public var paired: [PairedNode]

    public init(pending: [PendingNode], paired: [PairedNode]) {
        self.pending = pending
        self.paired = paired
    }
}

public struct NodePairRejectParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var requestId: String

    public init(requestId: String) {
        self.requestId = requestId
    }
}

public struct NodePairRejectResult: Codable, Sendable, Equatable {
    public var requestId: String
    public var nodeId: String

    public init(requestId: String, nodeId: String) {
        self.requestId = requestId
        self.nodeId = nodeId
    }
}

public struct NodePairRequestParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var nodeId: String
    /// >= 1 characters
    public var displayName: String?
    /// >= 1 characters
    public var platform: String?
    /// >= 1 characters
    public var version: String?
    /// >= 1 characters
    public var coreVersion: String?
    /// >= 1 characters
    public var uiVersion: String?
    /// >= 1 characters
    public var deviceFamily: String?
    /// >= 1 characters
    public var modelIdentifier: String?
    /// each >= 1 characters
    public var caps: [String]?
    /// each >= 1 characters
    public var commands: [String]?
    /// >= 1 characters
    public var remoteIp: String?
    public var silent: Bool?

    public init(nodeId: String, displayName: String? = nil, platform: String? = nil, version: String? = nil, coreVersion: String? = nil, uiVersion: String? = nil, deviceFamily: String? = nil, modelIdentifier: String? = nil, caps: [String]? = nil, commands: [String]? = nil, remoteIp: String? = nil, silent: Bool? = nil) {
        self.nodeId = nodeId
        self.displayName = displayName
        self.platform = platform
        self.version = version
        self.coreVersion = coreVersion
        self.uiVersion = uiVersion
        self.deviceFamily = deviceFamily
        self.modelIdentifier = modelIdentifier
        self.caps = caps
        self.commands = commands
        self.remoteIp = remoteIp
        self.silent = silent
    }
}

public struct NodePairRequestResult: Codable, Sendable, Equatable {
    /// "pending"
    public var status: String
    public var request: PendingNode
    public var created: Bool

    public init(status: String, request: PendingNode, created: Bool) {
        self.status = status
        self.request = request
        self.created = created
    }
}

public struct NodePairResolvedEvent: Codable, Sendable, Equatable {
    public var requestId: String
    public var nodeId: String
    /// "approved", "rejected"
    public var decision: String
    /// integer
    public var ts: Int64

    public init(requestId: String, nodeId: String, decision: String, ts: Int64) {
        self.requestId = requestId
        self.nodeId = nodeId
        self.decision = decision
        self.ts = ts
    }
}

public struct NodePairVerifyParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var nodeId: String
    /// >= 1 characters
    public var token: String

    public init(nodeId: String, token: String) {
        self.nodeId = nodeId
        self.token = token
    }
}

public struct NodePairVerifyResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var node: PairedNode?

    public init(ok: Bool, node: PairedNode? = nil) {
        self.ok = ok
        self.node = node
    }
}

public struct NodeRenameParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var nodeId: String
    /// >= 1 characters
    public var displayName: String

    public init(nodeId: String, displayName: String) {
        self.nodeId = nodeId
        self.displayName = displayName
    }
}

public struct NodeRenameResult: Codable, Sendable, Equatable {
    public var nodeId: String
    public var displayName: String

    public init(nodeId: String, displayName: String) {
        self.nodeId = nodeId
        self.displayName = displayName
    }
}

public struct NodeRow: Codable, Sendable, Equatable {
    public var nodeId: String
    public var displayName: String?
    public var platform: String?
    public var version: String?
    public var coreVersion: String?
    public var uiVersion: String?
    public var deviceFamily: String?
    public var modelIdentifier: String?
    public var remoteIp: String?
    public var caps: [String]
    public var commands: [String]
    public var pathEnv: String?
    public var permissions: [String: Bool]?
    /// integer
    public var connectedAtMs: Int64?
    public var paired: Bool
    public var connected: Bool

    public init(nodeId: String, displayName: String? = nil, platform: String? = nil, version: String? = nil, coreVersion: String? = nil, uiVersion: String? = nil, deviceFamily: String? = nil, modelIdentifier: String? = nil, remoteIp: String? = nil, caps: [String], commands: [String], pathEnv: String? = nil, permissions: [String: Bool]? = nil, connectedAtMs: Int64? = nil, paired: Bool, connected: Bool) {
        self.nodeId = nodeId
        self.displayName = displayName
        self.platform = platform
        self.version = version
        self.coreVersion = coreVersion
        self.uiVersion = uiVersion
        self.deviceFamily = deviceFamily
        self.modelIdentifier = modelIdentifier
        self.remoteIp = remoteIp
        self.caps = caps
        self.commands = commands
        self.pathEnv = pathEnv
        self.permissions = permissions
        self.connectedAtMs = connectedAtMs
        self.paired = paired
        self.connected = connected
    }
}

public struct OkResult: Codable, Sendable, Equatable {
    public var ok: Bool

    public init(ok: Bool) {
        self.ok = ok
    }
}

public struct PairedDeviceView: Codable, Sendable, Equatable {
    public var deviceId: String
    public var publicKey: String
    public var displayName: String?
    public var platform: String?
    public var clientId: String?
    public var clientMode: String?
    public var role: String?
    public var roles: [String]?
    public var scopes: [String]?
    public var remoteIp: String?
    /// integer
    public var createdAtMs: Int64
    /// integer
    public var approvedAtMs: Int64
    public var tokens: [DeviceTokenView]?

    public init(deviceId: String, publicKey: String, displayName: String? = nil, platform: String? = nil, clientId: String? = nil, clientMode: String? = nil, role: String? = nil, roles: [String]? = nil, scopes: [String]? = nil, remoteIp: String? = nil, createdAtMs: Int64, approvedAtMs: Int64, tokens: [DeviceTokenView]? = nil) {
        self.deviceId = deviceId
        self.publicKey = publicKey
        self.displayName = displayName
        self.platform = platform
        self.clientId = clientId
        self.clientMode = clientMode
        self.role = role
        self.roles = roles
        self.scopes = scopes
        self.remoteIp = remoteIp
        self.createdAtMs = createdAtMs
        self.approvedAtMs = approvedAtMs
        self.tokens = tokens
    }
}

public struct PairedNode: Codable, Sendable, Equatable {
    public var nodeId: String
    public var token: String
    public var displayName: String?
    public var platform: String?
    public var version: String?
    public var coreVersion: String?
    public var uiVersion: String?
    public var deviceFamily: String?
    public var modelIdentifier: String?
    public var caps: [String]?
    public var commands: [String]?
    public var bins: [String]?
    public var permissions: [String: Bool]?
    public var remoteIp: String?
    /// integer
    public var createdAtMs: Int64
    /// integer
    public var approvedAtMs: Int64
    /// integer
    public var lastConnectedAtMs: Int64?

    public init(nodeId: String, token: String, displayName: String? = nil, platform: String? = nil, version: String? = nil, coreVersion: String? = nil, uiVersion: String? = nil, deviceFamily: String? = nil, modelIdentifier: String? = nil, caps: [String]? = nil, commands: [String]? = nil, bins: [String]? = nil, permissions: [String: Bool]? = nil, remoteIp: String? = nil, createdAtMs: Int64, approvedAtMs: Int64, lastConnectedAtMs: Int64? = nil) {
        self.nodeId = nodeId
        self.token = token
        self.displayName = displayName
        self.platform = platform
        self.version = version
        self.coreVersion = coreVersion
        self.uiVersion = uiVersion
        self.deviceFamily = deviceFamily
        self.modelIdentifier = modelIdentifier
        self.caps = caps
        self.commands = commands
        self.bins = bins
        self.permissions = permissions
        self.remoteIp = remoteIp
        self.createdAtMs = createdAtMs
        self.approvedAtMs = approvedAtMs
        self.lastConnectedAtMs = lastConnectedAtMs
    }
}

public struct PendingDevice: Codable, Sendable, Equatable {
    public var requestId: String
    public var deviceId: String
    public var publicKey: String
    public var displayName: String?
    public var platform: String?
    public var clientId: String?
    public var clientMode: String?
    public var role: String?
    public var roles: [String]?
    public var scopes: [String]?
    public var remoteIp: String?
    public var silent: Bool?
    public var isRepair: Bool?
    /// integer
    public var ts: Int64

    public init(requestId: String, deviceId: String, publicKey: String, displayName: String? = nil, platform: String? = nil, clientId: String? = nil, clientMode: String? = nil, role: String? = nil, roles: [String]? = nil, scopes: [String]? = nil, remoteIp: String? = nil, silent: Bool? = nil, isRepair: Bool? = nil, ts: Int64) {
        self.requestId = requestId
        self.deviceId = deviceId
        self.publicKey = publicKey
        self.displayName = displayName
        self.platform = platform
        self.clientId = clientId
        self.clientMode = clientMode
        self.role = role
        self.roles = roles
        self.scopes = scopes
        self.remoteIp = remoteIp
        self.silent = silent
        self.isRepair = isRepair
        self.ts = ts
    }
}

public struct PendingNode: Codable, Sendable, Equatable {
    public var requestId: String
    public var nodeId: String
    public var displayName: String?
    public var platform: String?
    public var version: String?
    public var coreVersion: String?
    public var uiVersion: String?
    public var deviceFamily: String?
    public var modelIdentifier: String?
    public var caps: [String]?
    public var commands: [String]?
    public var remoteIp: String?
    public var silent: Bool?
    public var isRepair: Bool?
    /// integer
    public var ts: Int64

    public init(requestId: String, nodeId: String, displayName: String? = nil, platform: String? = nil, version: String? = nil, coreVersion: String? = nil, uiVersion: String? = nil, deviceFamily: String? = nil, modelIdentifier: String? = nil, caps: [String]? = nil, commands: [String]? = nil, remoteIp: String? = nil, silent: Bool? = nil, isRepair: Bool? = nil, ts: Int64) {
        self.requestId = requestId
        self.nodeId = nodeId
        self.displayName = displayName
        self.platform = platform
        self.version = version
        self.coreVersion = coreVersion
        self.uiVersion = uiVersion
        self.deviceFamily = deviceFamily
        self.modelIdentifier = modelIdentifier
        self.caps = caps
        self.commands = commands
        self.remoteIp = remoteIp
        self.silent = silent
        self.isRepair = isRepair
        self.ts = ts
    }
}

public struct PollParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var to: String
    /// >= 1 characters
    public var question: String
    /// 2..12 items, each >= 1 characters
    public var options: [String]
    /// 1..12 integer
    public var maxSelections: Int64?
    /// >= 1 integer
    public var durationHours: Int64?
    public var channel: String?
    public var accountId: String?
    /// >= 1 characters
    public var idempotencyKey: String

    public init(to: String, question: String, options: [String], maxSelections: Int64? = nil, durationHours: Int64? = nil, channel: String? = nil, accountId: String? = nil, idempotencyKey: String) {
        self.to = to
        self.question = question
        self.options = options
        self.maxSelections = maxSelections
        self.durationHours = durationHours
        self.channel = channel
        self.accountId = accountId
        self.idempotencyKey = idempotencyKey
    }
}

public struct PollResult: Codable, Sendable, Equatable {
    public var runId: String
    public var messageId: String
    public var channel: String
    public var toJid: String?
    public var channelId: String?
    public var conversationId: String?
    public var pollId: String?

    public init(runId: String, messageId: String, channel: String, toJid: String? = nil, channelId: String? = nil, conversationId: String? = nil, pollId: String? = nil) {
        self.runId = runId
        self.messageId = messageId
        self.channel = channel
        self.toJid = toJid
        self.channelId = channelId
        self.conversationId = conversationId
        self.pollId = pollId
    }
}

public struct PresenceEntry: Codable, Sendable, Equatable {
    public var host: String?
    public var ip: String?
    public var version: String?
    public var platform: String?
    public var deviceFamily: String?
    public var modelIdentifier: String?
    public var mode: String?
    /// >= 0 integer
    public var lastInputSeconds: Int64?
    public var deviceId: String?
    public var roles: [String]?
    public var scopes: [String]?
    public var instanceId: String?
    public var reason: String?
    public var text: String?
    /// integer
    public var ts: Int64
    public var tags: [String]?

    public init(host: String? = nil, ip: String? = nil, version: String? = nil, platform: String? = nil, deviceFamily: String? = nil, modelIdentifier: String? = nil, mode: String? = nil, lastInputSeconds: Int64? = nil, deviceId: String? = nil, roles: [String]? = nil, scopes: [String]? = nil, instanceId: String? = nil, reason: String? = nil, text: String? = nil, ts: Int64, tags: [String]? = nil) {
        self.host = host
        self.ip = ip
        self.version = version
        self.platform = platform
        self.deviceFamily = deviceFamily
        self.modelIdentifier = modelIdentifier
        self.mode = mode
        self.lastInputSeconds = lastInputSeconds
        self.deviceId = deviceId
        self.roles = roles
        self.scopes = scopes
        self.instanceId = instanceId
        self.reason = reason
        self.text = text
        self.ts = ts
        self.tags = tags
    }
}

public struct PresenceEvent: Codable, Sendable, Equatable {
    public var presence: [PresenceEntry]

    public init(presence: [PresenceEntry]) {
        self.presence = presence
    }
}

public struct ProviderUsage: Codable, Sendable, Equatable {
    public var provider: String
    public var displayName: String
    public var windows: [UsageWindow]
    public var plan: String?
    public var error: String?

    public init(provider: String, displayName: String, windows: [UsageWindow], plan: String? = nil, error: String? = nil) {
        self.provider = provider
        self.displayName = displayName
        self.windows = windows
        self.plan = plan
        self.error = error
    }
}

public struct QueueCounts: Codable, Sendable, Equatable {
    /// integer
    public var inbox: Int64
    /// integer
    public var outbox: Int64
    /// integer
    public var failed: Int64
    /// integer
    public var uncertain: Int64

    public init(inbox: Int64, outbox: Int64, failed: Int64, uncertain: Int64) {
        self.inbox = inbox
        self.outbox = outbox
        self.failed = failed
        self.uncertain = uncertain
    }
}

public struct QueueEntry: Codable, Sendable, Equatable {
    /// "inbox", "outbox"
    public var box: String
    /// integer
    public var id: Int64
    public var channel: String
    public var accountId: String
    public var chatId: String
    public var state: String
    /// integer
    public var attempts: Int64
    /// integer
    public var createdAt: Int64
    /// integer
    public var nextAttemptAt: Int64?
    public var detail: String?

    public init(box: String, id: Int64, channel: String, accountId: String, chatId: String, state: String, attempts: Int64, createdAt: Int64, nextAttemptAt: Int64? = nil, detail: String? = nil) {
        self.box = box
        self.id = id
        self.channel = channel
        self.accountId = accountId
        self.chatId = chatId
        self.state = state
        self.attempts = attempts
        self.createdAt = createdAt
        self.nextAttemptAt = nextAttemptAt
        self.detail = detail
    }
}

public struct RecentSession: Codable, Sendable, Equatable {
    public var key: String
    /// integer
    public var updatedAt: Int64?
    /// integer
    public var age: Int64?

    public init(key: String, updatedAt: Int64? = nil, age: Int64? = nil) {
        self.key = key
        self.updatedAt = updatedAt
        self.age = age
    }
}

public struct RequestFrame: Codable, Sendable, Equatable {
    /// "req"
    public var type: String
    /// >= 1 characters
    public var id: String
    /// >= 1 characters
    public var method: String
    public var params: JSONValue?
    /// >= 1 characters
    public var traceparent: String?
    /// >= 1 characters
    public var expectedProfileId: String?

    public init(type: String, id: String, method: String, params: JSONValue? = nil, traceparent: String? = nil, expectedProfileId: String? = nil) {
        self.type = type
        self.id = id
        self.method = method
        self.params = params
        self.traceparent = traceparent
        self.expectedProfileId = expectedProfileId
    }
}

public struct ResponseFrame: Codable, Sendable, Equatable {
    /// "res"
    public var type: String
    /// >= 1 characters
    public var id: String
    public var ok: Bool
    public var payload: JSONValue?
    public var error: GatewayError?

    public init(type: String, id: String, ok: Bool, payload: JSONValue? = nil, error: GatewayError? = nil) {
        self.type = type
        self.id = id
        self.ok = ok
        self.payload = payload
        self.error = error
    }
}

public struct RestartNote: Codable, Sendable, Equatable {
    /// "config-apply", "update", "restart"
    public var kind: String
    /// "ok", "error", "skipped"
    public var status: String
    /// integer
    public var ts: Int64
    public var sessionKey: String?
    public var deliveryContext: DeliveryContext?
    public var threadId: JSONValue?
    public var message: String?
    public var doctorHint: String?
    public var stats: RestartStats?

    public init(kind: String, status: String, ts: Int64, sessionKey: String? = nil, deliveryContext: DeliveryContext? = nil, threadId: JSONValue? = nil, message: String? = nil, doctorHint: String? = nil, stats: RestartStats? = nil) {
        self.kind = kind
        self.status = status
        self.ts = ts
        self.sessionKey = sessionKey
        self.deliveryContext = deliveryContext
        self.threadId = threadId
        self.message = message
        self.doctorHint = doctorHint
        self.stats = stats
    }
}

public struct RestartSchedule: Codable, Sendable, Equatable {
    public var ok: Bool
    /// integer
    public var pid: Int64
    public var signal: String
    /// integer
    public var delayMs: Int64
    public var reason: String?
    /// "emit", "signal"
    public var mode: String

    public init(ok: Bool, pid: Int64, signal: String, delayMs: Int64, reason: String? = nil, mode: String) {
        self.ok = ok
        self.pid = pid
        self.signal = signal
        self.delayMs = delayMs
        self.reason = reason
        self.mode = mode
    }
}

public struct RestartSentinel: Codable, Sendable, Equatable {
    public var path: String?
    public var payload: RestartNote

    public init(path: String? = nil, payload: RestartNote) {
        self.path = path
        self.payload = payload
    }
}

public struct RestartStats: Codable, Sendable, Equatable {
    public var mode: String?
    public var root: String?
    public var before: JSONValue?
    public var after: JSONValue?
    public var steps: JSONValue?
    public var reason: String?
    /// integer
    public var durationMs: Int64?

    public init(mode: String? = nil, root: String? = nil, before: JSONValue? = nil, after: JSONValue? = nil, steps: JSONValue? = nil, reason: String? = nil, durationMs: Int64? = nil) {
        self.mode = mode
        self.root = root
        self.before = before
        self.after = after
        self.steps = steps
        self.reason = reason
        self.durationMs = durationMs
    }
}

public struct SendParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var to: String
    /// >= 1 characters
    public var message: String
    public var mediaUrl: String?
    public var mediaUrls: [String]?
    public var gifPlayback: Bool?
    public var channel: String?
    public var accountId: String?
    public var sessionKey: String?
    /// >= 1 characters
    public var idempotencyKey: String

    public init(to: String, message: String, mediaUrl: String? = nil, mediaUrls: [String]? = nil, gifPlayback: Bool? = nil, channel: String? = nil, accountId: String? = nil, sessionKey: String? = nil, idempotencyKey: String) {
        self.to = to
        self.message = message
        self.mediaUrl = mediaUrl
        self.mediaUrls = mediaUrls
        self.gifPlayback = gifPlayback
        self.channel = channel
        self.accountId = accountId
        self.sessionKey = sessionKey
        self.idempotencyKey = idempotencyKey
    }
}

public struct SendResult: Codable, Sendable, Equatable {
    public var runId: String
    public var messageId: String
    public var channel: String
    public var chatId: String?
    public var channelId: String?
    public var toJid: String?
    public var conversationId: String?

    public init(runId: String, messageId: String, channel: String, chatId: String? = nil, channelId: String? = nil, toJid: String? = nil, conversationId: String? = nil) {
        self.runId = runId
        self.messageId = messageId
        self.channel = channel
        self.chatId = chatId
        self.channelId = channelId
        self.toJid = toJid
        self.conversationId = conversationId
    }
}

public struct SessionDefaults: Codable, Sendable, Equatable {
    public var modelProvider: String?
    public var model: String?
    /// integer
    public var contextTokens: Int64?

    public init(modelProvider: String? = nil, model: String? = nil, contextTokens: Int64? = nil) {
        self.modelProvider = modelProvider
        self.model = model
        self.contextTokens = contextTokens
    }
}

public struct SessionEntry: Codable, Sendable, Equatable {
    public var sessionId: String?
    /// integer
    public var updatedAt: Int64?
    public var systemSent: Bool?
    public var abortedLastRun: Bool?
    public var chatType: String?
    public var deliveryContext: DeliveryContext?
    public var lastChannel: String?
    public var lastTo: String?
    public var lastAccountId: String?
    public var lastThreadId: JSONValue?
    public var origin: SessionOrigin?
    public var sessionFile: String?
    /// integer
    public var compactionCount: Int64?
    public var skillsSnapshot: JSONValue?
    /// integer
    public var inputTokens: Int64?
    /// integer
    public var outputTokens: Int64?
    /// integer
    public var totalTokens: Int64?
    public var modelProvider: String?
    public var model: String?
    /// integer
    public var contextTokens: Int64?
    public var systemPromptReport: JSONValue?
    public var label: String?
    public var thinkingLevel: String?
    public var verboseLevel: String?
    public var reasoningLevel: String?
    public var responseUsage: String?
    public var elevatedLevel: String?
    public var execHost: String?
    public var execSecurity: String?
    public var execAsk: String?
    public var execNode: String?
    public var providerOverride: String?
    public var modelOverride: String?
    public var authProfileOverride: String?
    public var authProfileOverrideSource: String?
    /// integer
    public var authProfileOverrideCompactionCount: Int64?
    public var spawnedBy: String?
    public var sendPolicy: String?
    public var groupActivation: String?
    public var groupActivationNeedsSystemIntro: Bool?
    public var queueMode: String?
    /// integer
    public var queueDebounceMs: Int64?
    /// integer
    public var queueCap: Int64?
    public var queueDrop: String?
    public var displayName: String?
    public var channel: String?
    public var groupId: String?
    public var subject: String?
    public var groupChannel: String?
    public var space: String?
    public var cliSessionIds: [String: String]?
    public var claudeCliSessionId: String?
    /// integer
    public var memoryFlushAt: Int64?
    /// integer
    public var memoryFlushCompactionCount: Int64?
    public var ttsAuto: String?
    public var lastHeartbeatText: String?
    /// integer
    public var lastHeartbeatSentAt: Int64?

    public init(sessionId: String? = nil, updatedAt: Int64? = nil, systemSent: Bool? = nil, abortedLastRun: Bool? = nil, chatType: String? = nil, deliveryContext: DeliveryContext? = nil, lastChannel: String? = nil, lastTo: String? = nil, lastAccountId: String? = nil, lastThreadId: JSONValue? = nil, origin: SessionOrigin? = nil, sessionFile: String? = nil, compactionCount: Int64? = nil, skillsSnapshot: JSONValue? = nil, inputTokens: Int64? = nil, outputTokens: Int64? = nil, totalTokens: Int64? = nil, modelProvider: String? = nil, model: String? = nil, contextTokens: Int64? = nil, systemPromptReport: JSONValue? = nil, label: String? = nil, thinkingLevel: String? = nil, verboseLevel: String? = nil, reasoningLevel: String? = nil, responseUsage: String? = nil, elevatedLevel: String? = nil, execHost: String? = nil, execSecurity: String? = nil, execAsk: String? = nil, execNode: String? = nil, providerOverride: String? = nil, modelOverride: String? = nil, authProfileOverride: String? = nil, authProfileOverrideSource: String? = nil, authProfileOverrideCompactionCount: Int64? = nil, spawnedBy: String? = nil, sendPolicy: String? = nil, groupActivation: String? = nil, groupActivationNeedsSystemIntro: Bool? = nil, queueMode: String? = nil, queueDebounceMs: Int64? = nil, queueCap: Int64? = nil, queueDrop: String? = nil, displayName: String? = nil, channel: String? = nil, groupId: String? = nil, subject: String? = nil, groupChannel: String? = nil, space: String? = nil, cliSessionIds: [String: String]? = nil, claudeCliSessionId: String? = nil, memoryFlushAt: Int64? = nil, memoryFlushCompactionCount: Int64? = nil, ttsAuto: String? = nil, lastHeartbeatText: String? = nil, lastHeartbeatSentAt: Int64? = nil) {
        self.sessionId = sessionId
        self.updatedAt = updatedAt
        self.systemSent = systemSent
        self.abortedLastRun = abortedLastRun
        self.chatType = chatType
        self.deliveryContext = deliveryContext
        self.lastChannel = lastChannel
        self.lastTo = lastTo
        self.lastAccountId = lastAccountId
        self.lastThreadId = lastThreadId
        self.origin = origin
        self.sessionFile = sessionFile
        self.compactionCount = compactionCount
        self.skillsSnapshot = skillsSnapshot
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.totalTokens = totalTokens
        self.modelProvider = modelProvider
        self.model = model
        self.contextTokens = contextTokens
        self.systemPromptReport = systemPromptReport
        self.label = label
        self.thinkingLevel = thinkingLevel
        self.verboseLevel = verboseLevel
        self.reasoningLevel = reasoningLevel
        self.responseUsage = responseUsage
        self.elevatedLevel = elevatedLevel
        self.execHost = execHost
        self.execSecurity = execSecurity
        self.execAsk = execAsk
        self.execNode = execNode
        self.providerOverride = providerOverride
        self.modelOverride = modelOverride
        self.authProfileOverride = authProfileOverride
        self.authProfileOverrideSource = authProfileOverrideSource
        self.authProfileOverrideCompactionCount = authProfileOverrideCompactionCount
        self.spawnedBy = spawnedBy
        self.sendPolicy = sendPolicy
        self.groupActivation = groupActivation
        self.groupActivationNeedsSystemIntro = groupActivationNeedsSystemIntro
        self.queueMode = queueMode
        self.queueDebounceMs = queueDebounceMs
        self.queueCap = queueCap
        self.queueDrop = queueDrop
        self.displayName = displayName
        self.channel = channel
        self.groupId = groupId
        self.subject = subject
        self.groupChannel = groupChannel
        self.space = space
        self.cliSessionIds = cliSessionIds
        self.claudeCliSessionId = claudeCliSessionId
        self.memoryFlushAt = memoryFlushAt
        self.memoryFlushCompactionCount = memoryFlushCompactionCount
        self.ttsAuto = ttsAuto
        self.lastHeartbeatText = lastHeartbeatText
        self.lastHeartbeatSentAt = lastHeartbeatSentAt
    }
}

public struct SessionOrigin: Codable, Sendable, Equatable {
    public var label: String?
    public var provider: String?
    public var surface: String?
    public var chatType: String?
    public var from: String?
    public var to: String?
    public var accountId: String?
    public var threadId: JSONValue?

    public init(label: String? = nil, provider: String? = nil, surface: String? = nil, chatType: String? = nil, from: String? = nil, to: String? = nil, accountId: String? = nil, threadId: JSONValue? = nil) {
        self.label = label
        self.provider = provider
        self.surface = surface
        self.chatType = chatType
        self.from = from
        self.to = to
        self.accountId = accountId
        self.threadId = threadId
    }
}

public struct SessionPreview: Codable, Sendable, Equatable {
    public var key: String
    /// "ok", "empty", "missing", "error"
    public var status: String
    public var items: [SessionPreviewItem]

    public init(key: String, status: String, items: [SessionPreviewItem]) {
        self.key = key
        self.status = status
        self.items = items
    }
}

public struct SessionPreviewItem: Codable, Sendable, Equatable {
    /// "user", "assistant", "system", "tool", "other"
    public var role: String
    public var text: String

    public init(role: String, text: String) {
        self.role = role
        self.text = text
    }
}

public struct SessionRow: Codable, Sendable, Equatable {
    public var key: String
    /// "direct", "group", "global", "unknown"
    public var kind: String
    public var label: String?
    public var displayName: String?
    public var channel: String?
    public var subject: String?
    public var groupChannel: String?
    public var space: String?
    public var chatType: String?
    public var origin: SessionOrigin?
    /// integer
    public var updatedAt: Int64?
    public var sessionId: String?
    public var systemSent: Bool?
    public var abortedLastRun: Bool?
    public var thinkingLevel: String?
    public var verboseLevel: String?
    public var reasoningLevel: String?
    public var elevatedLevel: String?
    public var sendPolicy: String?
    /// integer
    public var inputTokens: Int64?
    /// integer
    public var outputTokens: Int64?
    /// integer
    public var totalTokens: Int64?
    public var responseUsage: String?
    public var modelProvider: String?
    public var model: String?
    /// integer
    public var contextTokens: Int64?
    public var deliveryContext: DeliveryContext?
    public var lastChannel: String?
    public var lastTo: String?
    public var lastAccountId: String?
    public var derivedTitle: String?
    public var lastMessagePreview: String?

    public init(key: String, kind: String, label: String? = nil, displayName: String? = nil, channel: String? = nil, subject: String? = nil, groupChannel: String? = nil, space: String? = nil, chatType: String? = nil, origin: SessionOrigin? = nil, updatedAt: Int64? = nil, sessionId: String? = nil, systemSent: Bool? = nil, abortedLastRun: Bool? = nil, thinkingLevel: String? = nil, verboseLevel: String? = nil, reasoningLevel: String? = nil, elevatedLevel: String? = nil, sendPolicy: String? = nil, inputTokens: Int64? = nil, outputTokens: Int64? = nil, totalTokens: Int64? = nil, responseUsage: String? = nil, modelProvider: String? = nil, model: String? = nil, contextTokens: Int64? = nil, deliveryContext: DeliveryContext? = nil, lastChannel: String? = nil, lastTo: String? = nil, lastAccountId: String? = nil, derivedTitle: String? = nil, lastMessagePreview: String? = nil) {
        self.key = key
        self.kind = kind
        self.label = label
        self.displayName = displayName
        self.channel = channel
        self.subject = subject
        self.groupChannel = groupChannel
        self.space = space
        self.chatType = chatType
        self.origin = origin
        self.updatedAt = updatedAt
        self.sessionId = sessionId
        self.systemSent = systemSent
        self.abortedLastRun = abortedLastRun
        self.thinkingLevel = thinkingLevel
        self.verboseLevel = verboseLevel
        self.reasoningLevel = reasoningLevel
        self.elevatedLevel = elevatedLevel
        self.sendPolicy = sendPolicy
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.totalTokens = totalTokens
        self.responseUsage = responseUsage
        self.modelProvider = modelProvider
        self.model = model
        self.contextTokens = contextTokens
        self.deliveryContext = deliveryContext
        self.lastChannel = lastChannel
        self.lastTo = lastTo
        self.lastAccountId = lastAccountId
        self.derivedTitle = derivedTitle
        self.lastMessagePreview = lastMessagePreview
    }
}

public struct SessionsCompactParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var key: String
    /// >= 1 integer
    public var maxLines: Int64?

    public init(key: String, maxLines: Int64? = nil) {
        self.key = key
        self.maxLines = maxLines
    }
}

public struct SessionsCompactResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var key: String
    public var compacted: Bool
    public var reason: String?
    public var archived: String?
    /// integer
    public var kept: Int64?

    public init(ok: Bool, key: String, compacted: Bool, reason: String? = nil, archived: String? = nil, kept: Int64? = nil) {
        self.ok = ok
        self.key = key
        self.compacted = compacted
        self.reason = reason
        self.archived = archived
        self.kept = kept
    }
}

public struct SessionsDeleteParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var key: String
    public var deleteTranscript: Bool?

    public init(key: String, deleteTranscript: Bool? = nil) {
        self.key = key
        self.deleteTranscript = deleteTranscript
    }
}

public struct SessionsDeleteResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var key: String
    public var deleted: Bool
    public var archived: [String]

    public init(ok: Bool, key: String, deleted: Bool, archived: [String]) {
        self.ok = ok
        self.key = key
        self.deleted = deleted
        self.archived = archived
    }
}

public struct SessionsGlance: Codable, Sendable, Equatable {
    public var path: String
    /// integer
    public var count: Int64
    public var recent: [RecentSession]

    public init(path: String, count: Int64, recent: [RecentSession]) {
        self.path = path
        self.count = count
        self.recent = recent
    }
}

public struct SessionsListParams: Codable, Sendable, Equatable {
    /// >= 1 integer
    public var limit: Int64?
    /// >= 1 integer
    public var activeMinutes: Int64?
    public var includeGlobal: Bool?
    public var includeUnknown: Bool?
    public var includeDerivedTitles: Bool?
    public var includeLastMessage: Bool?
    /// 1..64 characters
    public var label: String?
    /// >= 1 characters
    public var spawnedBy: String?
    /// >= 1 characters
    public var agentId: String?
    public var search: String?

    public init(limit: Int64? = nil, activeMinutes: Int64? = nil, includeGlobal: Bool? = nil, includeUnknown: Bool? = nil, includeDerivedTitles: Bool? = nil, includeLastMessage: Bool? = nil, label: String? = nil, spawnedBy: String? = nil, agentId: String? = nil, search: String? = nil) {
        self.limit = limit
        self.activeMinutes = activeMinutes
        self.includeGlobal = includeGlobal
        self.includeUnknown = includeUnknown
        self.includeDerivedTitles = includeDerivedTitles
        self.includeLastMessage = includeLastMessage
        self.label = label
        self.spawnedBy = spawnedBy
        self.agentId = agentId
        self.search = search
    }
}

public struct SessionsListResult: Codable, Sendable, Equatable {
    /// integer
    public var ts: Int64
    public var path: String
    /// integer
    public var count: Int64
    public var defaults: SessionDefaults
    public var sessions: [SessionRow]

    public init(ts: Int64, path: String, count: Int64, defaults: SessionDefaults, sessions: [SessionRow]) {
        self.ts = ts
        self.path = path
        self.count = count
        self.defaults = defaults
        self.sessions = sessions
    }
}

public struct SessionsPatchParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var key: String
    /// 1..64 characters
    public var label: JSONValue?
    /// >= 1 characters
    public var thinkingLevel: JSONValue?
    /// >= 1 characters
    public var verboseLevel: JSONValue?
    /// >= 1 characters
    public var reasoningLevel: JSONValue?
    /// "off", "tokens", "full", "on"
    public var responseUsage: JSONValue?
    /// >= 1 characters
    public var elevatedLevel: JSONValue?
    /// >= 1 characters
    public var execHost: JSONValue?
    /// >= 1 characters
    public var execSecurity: JSONValue?
    /// >= 1 characters
    public var execAsk: JSONValue?
    /// >= 1 characters
    public var execNode: JSONValue?
    /// >= 1 characters
    public var model: JSONValue?
    /// >= 1 characters
    public var spawnedBy: JSONValue?
    /// "allow", "deny"
    public var sendPolicy: JSONValue?
    /// "mention", "always"
    public var groupActivation: JSONValue?

    public init(key: String, label: JSONValue? = nil, thinkingLevel: JSONValue? = nil, verboseLevel: JSONValue? = nil, reasoningLevel: JSONValue? = nil, responseUsage: JSONValue? = nil, elevatedLevel: JSONValue? = nil, execHost: JSONValue? = nil, execSecurity: JSONValue? = nil, execAsk: JSONValue? = nil, execNode: JSONValue? = nil, model: JSONValue? = nil, spawnedBy: JSONValue? = nil, sendPolicy: JSONValue? = nil, groupActivation: JSONValue? = nil) {
        self.key = key
        self.label = label
        self.thinkingLevel = thinkingLevel
        self.verboseLevel = verboseLevel
        self.reasoningLevel = reasoningLevel
        self.responseUsage = responseUsage
        self.elevatedLevel = elevatedLevel
        self.execHost = execHost
        self.execSecurity = execSecurity
        self.execAsk = execAsk
        self.execNode = execNode
        self.model = model
        self.spawnedBy = spawnedBy
        self.sendPolicy = sendPolicy
        self.groupActivation = groupActivation
    }
}

public struct SessionsPatchResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var path: String
    public var key: String
    public var entry: SessionEntry

    public init(ok: Bool, path: String, key: String, entry: SessionEntry) {
        self.ok = ok
        self.path = path
        self.key = key
        self.entry = entry
    }
}

public struct SessionsPreviewParams: Codable, Sendable, Equatable {
    /// >= 1 items, each >= 1 characters
    public var keys: [String]
    /// >= 1 integer
    public var limit: Int64?
    /// >= 20 integer
    public var maxChars: Int64?

    public init(keys: [String], limit: Int64? = nil, maxChars: Int64? = nil) {
        self.keys = keys
        self.limit = limit
        self.maxChars = maxChars
    }
}

public struct SessionsPreviewResult: Codable, Sendable, Equatable {
    /// integer
    public var ts: Int64
    public var previews: [SessionPreview]

    public init(ts: Int64, previews: [SessionPreview]) {
        self.ts = ts
        self.previews = previews
    }
}

public struct SessionsResetParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var key: String

    public init(key: String) {
        self.key = key
    }
}

public struct SessionsResetResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var key: String
    public var entry: SessionEntry

    public init(ok: Bool, key: String, entry: SessionEntry) {
        self.ok = ok
        self.key = key
        self.entry = entry
    }
}

public struct SessionsResolveParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var key: String?
    /// >= 1 characters
    public var sessionId: String?
    /// 1..64 characters
    public var label: String?
    /// >= 1 characters
    public var agentId: String?
    /// >= 1 characters
    public var spawnedBy: String?
    public var includeGlobal: Bool?
    public var includeUnknown: Bool?

    public init(key: String? = nil, sessionId: String? = nil, label: String? = nil, agentId: String? = nil, spawnedBy: String? = nil, includeGlobal: Bool? = nil, includeUnknown: Bool? = nil) {
        self.key = key
        self.sessionId = sessionId
        self.label = label
        self.agentId = agentId
        self.spawnedBy = spawnedBy
        self.includeGlobal = includeGlobal
        self.includeUnknown = includeUnknown
    }
}

public struct SessionsResolveResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var key: String

    public init(ok: Bool, key: String) {
        self.ok = ok
        self.key = key
    }
}

public struct SetHeartbeatsParams: Codable, Sendable, Equatable {
    public var enabled: Bool?

    public init(enabled: Bool? = nil) {
        self.enabled = enabled
    }
}

public struct SetHeartbeatsResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var enabled: Bool

    public init(ok: Bool, enabled: Bool) {
        self.ok = ok
        self.enabled = enabled
    }
}

public struct ShutdownEvent: Codable, Sendable, Equatable {
    public var reason: String
    /// integer
    public var restartExpectedMs: JSONValue?

    public init(reason: String, restartExpectedMs: JSONValue? = nil) {
        self.reason = reason
        self.restartExpectedMs = restartExpectedMs
    }
}

public struct SkillConfig: Codable, Sendable, Equatable {
    public var enabled: Bool?
    public var apiKey: String?
    public var env: [String: String]?
    public var config: JSONValue?

    public init(enabled: Bool? = nil, apiKey: String? = nil, env: [String: String]? = nil, config: JSONValue? = nil) {
        self.enabled = enabled
        self.apiKey = apiKey
        self.env = env
        self.config = config
    }
}

public struct SkillConfigCheck: Codable, Sendable, Equatable {
    public var path: String
    public var value: JSONValue?
    public var satisfied: Bool

    public init(path: String, value: JSONValue? = nil, satisfied: Bool) {
        self.path = path
        self.value = value
        self.satisfied = satisfied
    }
}

public struct SkillInstallOption: Codable, Sendable, Equatable {
    public var id: String
    /// "brew", "node", "go", "uv", "download"
    public var kind: String
    public var label: String
    public var bins: [String]

    public init(id: String, kind: String, label: String, bins: [String]) {
        self.id = id
        self.kind = kind
        self.label = label
        self.bins = bins
    }
}

public struct SkillNeeds: Codable, Sendable, Equatable {
    public var bins: [String]
    public var anyBins: [String]
    public var env: [String]
    public var config: [String]
    public var os: [String]

    public init(bins: [String], anyBins: [String], env: [String], config: [String], os: [String]) {
        self.bins = bins
        self.anyBins = anyBins
        self.env = env
        self.config = config
        self.os = os
    }
}

public struct SkillStatus: Codable, Sendable, Equatable {
    public var name: String
    public var description: String
    public var source: String
    public var filePath: String
    public var baseDir: String
    public var skillKey: String
    public var primaryEnv: String?
    public var emoji: String?
    public var homepage: String?
    public var always: Bool
    public var disabled: Bool
    public var blockedByAllowlist: Bool
    public var eligible: Bool
    public var requirements: SkillNeeds
    public var missing: SkillNeeds
    public var configChecks: [SkillConfigCheck]
    public var install: [SkillInstallOption]

    public init(name: String, description: String, source: String, filePath: String, baseDir: String, skillKey: String, primaryEnv: String? = nil, emoji: String? = nil, homepage: String? = nil, always: Bool, disabled: Bool, blockedByAllowlist: Bool, eligible: Bool, requirements: SkillNeeds, missing: SkillNeeds, configChecks: [SkillConfigCheck], install: [SkillInstallOption]) {
        self.name = name
        self.description = description
        self.source = source
        self.filePath = filePath
        self.baseDir = baseDir
        self.skillKey = skillKey
        self.primaryEnv = primaryEnv
        self.emoji = emoji
        self.homepage = homepage
        self.always = always
        self.disabled = disabled
        self.blockedByAllowlist = blockedByAllowlist
        self.eligible = eligible
        self.requirements = requirements
        self.missing = missing
        self.configChecks = configChecks
        self.install = install
    }
}

public struct SkillsBinsResult: Codable, Sendable, Equatable {
    public var bins: [String]

    public init(bins: [String]) {
        self.bins = bins
    }
}

public struct SkillsInstallParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var name: String
    /// >= 1 characters
    public var installId: String
    /// >= 1000 integer
    public var timeoutMs: Int64?

    public init(name: String, installId: String, timeoutMs: Int64? = nil) {
        self.name = name
        self.installId = installId
        self.timeoutMs = timeoutMs
    }
}

public struct SkillsInstallResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var message: String
    public var stdout: String
    public var stderr: String
    /// integer
    public var code: Int64?

    public init(ok: Bool, message: String, stdout: String, stderr: String, code: Int64? = nil) {
        self.ok = ok
        self.message = message
        self.stdout = stdout
        self.stderr = stderr
        self.code = code
    }
}

public struct SkillsStatusResult: Codable, Sendable, Equatable {
    public var workspaceDir: String
    public var managedSkillsDir: String
    public var skills: [SkillStatus]

    public init(workspaceDir: String, managedSkillsDir: String, skills: [SkillStatus]) {
        self.workspaceDir = workspaceDir
        self.managedSkillsDir = managedSkillsDir
        self.skills = skills
    }
}

public struct SkillsUpdateParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var skillKey: String
    public var enabled: Bool?
    public var apiKey: String?
    public var env: [String: String]?

    public init(skillKey: String, enabled: Bool? = nil, apiKey: String? = nil, env: [String: String]? = nil) {
        self.skillKey = skillKey
        self.enabled = enabled
        self.apiKey = apiKey
        self.env = env
    }
}

public struct SkillsUpdateResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var skillKey: String
    public var config: SkillConfig

    public init(ok: Bool, skillKey: String, config: SkillConfig) {
        self.ok = ok
        self.skillKey = skillKey
        self.config = config
    }
}

public struct StateVersion: Codable, Sendable, Equatable {
    /// integer
    public var presence: Int64
    /// integer
    public var health: Int64

    public init(presence: Int64, health: Int64) {
        self.presence = presence
        self.health = health
    }
}

public struct StatusAgentSessions: Codable, Sendable, Equatable {
    public var agentId: String
    public var path: String
    /// integer
    public var count: Int64
    public var recent: [StatusSession]

    public init(agentId: String, path: String, count: Int64, recent: [StatusSession]) {
        self.agentId = agentId
        self.path = path
        self.count = count
        self.recent = recent
    }
}

public struct StatusHeartbeat: Codable, Sendable, Equatable {
    public var defaultAgentId: String
    public var agents: [StatusHeartbeatAgent]

    public init(defaultAgentId: String, agents: [StatusHeartbeatAgent]) {
        self.defaultAgentId = defaultAgentId
        self.agents = agents
    }
}

public struct StatusHeartbeatAgent: Codable, Sendable, Equatable {
    public var agentId: String
    public var enabled: Bool
    public var every: String
    /// integer
    public var everyMs: Int64?

    public init(agentId: String, enabled: Bool, every: String, everyMs: Int64? = nil) {
        self.agentId = agentId
        self.enabled = enabled
        self.every = every
        self.everyMs = everyMs
    }
}

public struct StatusResult: Codable, Sendable, Equatable {
    public var linkChannel: LinkChannel?
    public var heartbeat: StatusHeartbeat
    public var channelSummary: [String]
    public var queuedSystemEvents: [String]
    public var sessions: StatusSessions

    public init(linkChannel: LinkChannel? = nil, heartbeat: StatusHeartbeat, channelSummary: [String], queuedSystemEvents: [String], sessions: StatusSessions) {
        self.linkChannel = linkChannel
        self.heartbeat = heartbeat
        self.channelSummary = channelSummary
        self.queuedSystemEvents = queuedSystemEvents
        self.sessions = sessions
    }
}

public struct StatusSession: Codable, Sendable, Equatable {
    public var agentId: String?
    public var key: String
    /// "direct", "group", "global", "unknown"
    public var kind: String
    public var sessionId: String?
    /// integer
    public var updatedAt: Int64?
    /// integer
    public var age: Int64?
    public var thinkingLevel: String?
    public var verboseLevel: String?
    public var reasoningLevel: String?
    public var elevatedLevel: String?
    public var systemSent: Bool?
    public var abortedLastRun: Bool?
    /// integer
    public var inputTokens: Int64?
    /// integer
    public var outputTokens: Int64?
    /// integer
    public var totalTokens: Int64?
    /// integer
    public var remainingTokens: Int64?
    /// integer
    public var percentUsed: Int64?
    public var model: String?
    /// integer
    public var contextTokens: Int64?
    public var flags: [String]

    public init(agentId: String? = nil, key: String, kind: String, sessionId: String? = nil, updatedAt: Int64? = nil, age: Int64? = nil, thinkingLevel: String? = nil, verboseLevel: String? = nil, reasoningLevel: String? = nil, elevatedLevel: String? = nil, systemSent: Bool? = nil, abortedLastRun: Bool? = nil, inputTokens: Int64? = nil, outputTokens: Int64? = nil, totalTokens: Int64? = nil, remainingTokens: Int64? = nil, percentUsed: Int64? = nil, model: String? = nil, contextTokens: Int64? = nil, flags: [String]) {
        self.agentId = agentId
        self.key = key
        self.kind = kind
        self.sessionId = sessionId
        self.updatedAt = updatedAt
        self.age = age
        self.thinkingLevel = thinkingLevel
        self.verboseLevel = verboseLevel
        self.reasoningLevel = reasoningLevel
        self.elevatedLevel = elevatedLevel
        self.systemSent = systemSent
        self.abortedLastRun = abortedLastRun
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.totalTokens = totalTokens
        self.remainingTokens = remainingTokens
        self.percentUsed = percentUsed
        self.model = model
        self.contextTokens = contextTokens
        self.flags = flags
    }
}

public struct StatusSessionDefaults: Codable, Sendable, Equatable {
    public var model: String?
    /// integer
    public var contextTokens: Int64?

    public init(model: String? = nil, contextTokens: Int64? = nil) {
        self.model = model
        self.contextTokens = contextTokens
    }
}

public struct StatusSessions: Codable, Sendable, Equatable {
    public var paths: [String]
    /// integer
    public var count: Int64
    public var defaults: StatusSessionDefaults
    public var recent: [StatusSession]
    public var byAgent: [StatusAgentSessions]

    public init(paths: [String], count: Int64, defaults: StatusSessionDefaults, recent: [StatusSession], byAgent: [StatusAgentSessions]) {
        self.paths = paths
        self.count = count
        self.defaults = defaults
        self.recent = recent
        self.byAgent = byAgent
    }
}

public struct SystemEventParams: Codable, Sendable, Equatable {
    public var text: String?
    public var deviceId: String?
    public var instanceId: String?
    public var host: String?
    public var ip: String?
    public var mode: String?
    public var version: String?
    public var platform: String?
    public var deviceFamily: String?
    public var modelIdentifier: String?
    public var lastInputSeconds: Double?
    public var reason: String?
    public var roles: [String]?
    public var scopes: [String]?
    public var tags: [String]?

    public init(text: String? = nil, deviceId: String? = nil, instanceId: String? = nil, host: String? = nil, ip: String? = nil, mode: String? = nil, version: String? = nil, platform: String? = nil, deviceFamily: String? = nil, modelIdentifier: String? = nil, lastInputSeconds: Double? = nil, reason: String? = nil, roles: [String]? = nil, scopes: [String]? = nil, tags: [String]? = nil) {
        self.text = text
        self.deviceId = deviceId
        self.instanceId = instanceId
        self.host = host
        self.ip = ip
        self.mode = mode
        self.version = version
        self.platform = platform
        self.deviceFamily = deviceFamily
        self.modelIdentifier = modelIdentifier
        self.lastInputSeconds = lastInputSeconds
        self.reason = reason
        self.roles = roles
        self.scopes = scopes
        self.tags = tags
    }
}

public struct TalkModeEvent: Codable, Sendable, Equatable {
    public var enabled: Bool
    public var phase: String?
    /// integer
    public var ts: Int64

    public init(enabled: Bool, phase: String? = nil, ts: Int64) {
        self.enabled = enabled
        self.phase = phase
        self.ts = ts
    }
}

public struct TalkModeParams: Codable, Sendable, Equatable {
    public var enabled: Bool
    public var phase: String?

    public init(enabled: Bool, phase: String? = nil) {
        self.enabled = enabled
        self.phase = phase
    }
}

public struct TalkModeResult: Codable, Sendable, Equatable {
    public var enabled: Bool
    public var phase: String?
    /// integer
    public var ts: Int64

    public init(enabled: Bool, phase: String? = nil, ts: Int64) {
        self.enabled = enabled
        self.phase = phase
        self.ts = ts
    }
}

public struct TickEvent: Codable, Sendable, Equatable {
    /// integer
    public var ts: Int64

    public init(ts: Int64) {
        self.ts = ts
    }
}

public struct TranscriptCost: Codable, Sendable, Equatable {
    public var input: Double
    public var output: Double
    public var cacheRead: Double
    public var cacheWrite: Double
    public var total: Double

    public init(input: Double, output: Double, cacheRead: Double, cacheWrite: Double, total: Double) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
        self.total = total
    }
}

public struct TranscriptMessage: Codable, Sendable, Equatable {
    public var role: String
    public var toolCallId: String?
    public var toolName: String?
    public var content: JSONValue?
    public var details: JSONValue?
    public var isError: Bool?
    public var api: String?
    public var provider: String?
    public var model: String?
    public var usage: TranscriptUsage?
    public var stopReason: String?
    /// integer
    public var timestamp: Int64?
    public var errorMessage: String?

    public init(role: String, toolCallId: String? = nil, toolName: String? = nil, content: JSONValue? = nil, details: JSONValue? = nil, isError: Bool? = nil, api: String? = nil, provider: String? = nil, model: String? = nil, usage: TranscriptUsage? = nil, stopReason: String? = nil, timestamp: Int64? = nil, errorMessage: String? = nil) {
        self.role = role
        self.toolCallId = toolCallId
        self.toolName = toolName
        self.content = content
        self.details = details
        self.isError = isError
        self.api = api
        self.provider = provider
        self.model = model
        self.usage = usage
        self.stopReason = stopReason
        self.timestamp = timestamp
        self.errorMessage = errorMessage
    }
}

public struct TranscriptUsage: Codable, Sendable, Equatable {
    /// integer
    public var input: Int64
    /// integer
    public var output: Int64
    /// integer
    public var cacheRead: Int64?
    /// integer
    public var cacheWrite: Int64?
    /// integer
    public var totalTokens: Int64
    public var cost: TranscriptCost?

    public init(input: Int64, output: Int64, cacheRead: Int64? = nil, cacheWrite: Int64? = nil, totalTokens: Int64, cost: TranscriptCost? = nil) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
        self.totalTokens = totalTokens
        self.cost = cost
    }
}

public struct TtsConvertParams: Codable, Sendable, Equatable {
    public var text: String?
    public var channel: String?

    public init(text: String? = nil, channel: String? = nil) {
        self.text = text
        self.channel = channel
    }
}

public struct TtsConvertResult: Codable, Sendable, Equatable {
    public var audioPath: String
    public var provider: String
    public var outputFormat: String
    public var voiceCompatible: Bool

    public init(audioPath: String, provider: String, outputFormat: String, voiceCompatible: Bool) {
        self.audioPath = audioPath
        self.provider = provider
        self.outputFormat = outputFormat
        self.voiceCompatible = voiceCompatible
    }
}

public struct TtsDisableResult: Codable, Sendable, Equatable {
    public var enabled: Bool

    public init(enabled: Bool) {
        self.enabled = enabled
    }
}

public struct TtsEnableResult: Codable, Sendable, Equatable {
    public var enabled: Bool

    public init(enabled: Bool) {
        self.enabled = enabled
    }
}

public struct TtsProvider: Codable, Sendable, Equatable {
    /// "openai", "elevenlabs", "edge"
    public var id: String
    public var name: String
    public var configured: Bool
    public var models: [String]
    public var voices: [String]?

    public init(id: String, name: String, configured: Bool, models: [String], voices: [String]? = nil) {
        self.id = id
        self.name = name
        self.configured = configured
        self.models = models
        self.voices = voices
    }
}

public struct TtsProvidersResult: Codable, Sendable, Equatable {
    public var providers: [TtsProvider]
    public var active: String

    public init(providers: [TtsProvider], active: String) {
        self.providers = providers
        self.active = active
    }
}

public struct TtsSetProviderParams: Codable, Sendable, Equatable {
    public var provider: String?

    public init(provider: String? = nil) {
        self.provider = provider
    }
}

public struct TtsSetProviderResult: Codable, Sendable, Equatable {
    public var provider: String

    public init(provider: String) {
        self.provider = provider
    }
}

public struct TtsStatusResult: Codable, Sendable, Equatable {
    public var enabled: Bool
    public var auto: String
    public var provider: String
    public var fallbackProvider: String?
    public var fallbackProviders: [String]
    public var prefsPath: String
    public var hasOpenAIKey: Bool
    public var hasElevenLabsKey: Bool
    public var edgeEnabled: Bool

    public init(enabled: Bool, auto: String, provider: String, fallbackProvider: String? = nil, fallbackProviders: [String], prefsPath: String, hasOpenAIKey: Bool, hasElevenLabsKey: Bool, edgeEnabled: Bool) {
        self.enabled = enabled
        self.auto = auto
        self.provider = provider
        self.fallbackProvider = fallbackProvider
        self.fallbackProviders = fallbackProviders
        self.prefsPath = prefsPath
        self.hasOpenAIKey = hasOpenAIKey
        self.hasElevenLabsKey = hasElevenLabsKey
        self.edgeEnabled = edgeEnabled
    }
}

public struct UpdateOutcome: Codable, Sendable, Equatable {
    /// "ok", "error", "skipped"
    public var status: String
    public var mode: String
    public var root: String?
    public var reason: String?
    public var before: JSONValue?
    public var after: JSONValue?
    public var steps: JSONValue
    /// integer
    public var durationMs: Int64

    public init(status: String, mode: String, root: String? = nil, reason: String? = nil, before: JSONValue? = nil, after: JSONValue? = nil, steps: JSONValue, durationMs: Int64) {
        self.status = status
        self.mode = mode
        self.root = root
        self.reason = reason
        self.before = before
        self.after = after
        self.steps = steps
        self.durationMs = durationMs
    }
}

public struct UpdateRunParams: Codable, Sendable, Equatable {
    public var sessionKey: String?
    public var note: String?
    /// >= 0 integer
    public var restartDelayMs: Int64?
    /// >= 1 integer
    public var timeoutMs: Int64?

    public init(sessionKey: String? = nil, note: String? = nil, restartDelayMs: Int64? = nil, timeoutMs: Int64? = nil) {
        self.sessionKey = sessionKey
        self.note = note
        self.restartDelayMs = restartDelayMs
        self.timeoutMs = timeoutMs
    }
}

public struct UpdateRunResult: Codable, Sendable, Equatable {
    public var ok: Bool
    public var result: UpdateOutcome
    public var restart: RestartSchedule
    public var sentinel: RestartSentinel

    public init(ok: Bool, result: UpdateOutcome, restart: RestartSchedule, sentinel: RestartSentinel) {
        self.ok = ok
        self.result = result
        self.restart = restart
        self.sentinel = sentinel
    }
}

public struct UsageCostParams: Codable, Sendable, Equatable {
    public var days: JSONValue?

    public init(days: JSONValue? = nil) {
        self.days = days
    }
}

public struct UsageCostResult: Codable, Sendable, Equatable {
    /// integer
    public var updatedAt: Int64
    /// integer
    public var days: Int64
    public var daily: [UsageDay]
    public var totals: UsageTotals

    public init(updatedAt: Int64, days: Int64, daily: [UsageDay], totals: UsageTotals) {
        self.updatedAt = updatedAt
        self.days = days
        self.daily = daily
        self.totals = totals
    }
}

public struct UsageDay: Codable, Sendable, Equatable {
    public var date: String
    /// integer
    public var input: Int64
    /// integer
    public var output: Int64
    /// integer
    public var cacheRead: Int64
    /// integer
    public var cacheWrite: Int64
    /// integer
    public var totalTokens: Int64
    public var totalCost: Double
    /// integer
    public var missingCostEntries: Int64

    public init(date: String, input: Int64, output: Int64, cacheRead: Int64, cacheWrite: Int64, totalTokens: Int64, totalCost: Double, missingCostEntries: Int64) {
        self.date = date
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
        self.totalTokens = totalTokens
        self.totalCost = totalCost
        self.missingCostEntries = missingCostEntries
    }
}

public struct UsageStatusResult: Codable, Sendable, Equatable {
    /// integer
    public var updatedAt: Int64
    public var providers: [ProviderUsage]

    public init(updatedAt: Int64, providers: [ProviderUsage]) {
        self.updatedAt = updatedAt
        self.providers = providers
    }
}

public struct UsageTotals: Codable, Sendable, Equatable {
    /// integer
    public var input: Int64
    /// integer
    public var output: Int64
    /// integer
    public var cacheRead: Int64
    /// integer
    public var cacheWrite: Int64
    /// integer
    public var totalTokens: Int64
    public var totalCost: Double
    /// integer
    public var missingCostEntries: Int64

    public init(input: Int64, output: Int64, cacheRead: Int64, cacheWrite: Int64, totalTokens: Int64, totalCost: Double, missingCostEntries: Int64) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
        self.totalTokens = totalTokens
        self.totalCost = totalCost
        self.missingCostEntries = missingCostEntries
    }
}

public struct UsageWindow: Codable, Sendable, Equatable {
    public var label: String
    public var usedPercent: Double
    /// integer
    public var resetAt: Int64?

    public init(label: String, usedPercent: Double, resetAt: Int64? = nil) {
        self.label = label
        self.usedPercent = usedPercent
        self.resetAt = resetAt
    }
}

public struct VoiceWakeChangedEvent: Codable, Sendable, Equatable {
    public var triggers: [String]

    public init(triggers: [String]) {
        self.triggers = triggers
    }
}

public struct VoiceWakeGetResult: Codable, Sendable, Equatable {
    public var triggers: [String]

    public init(triggers: [String]) {
        self.triggers = triggers
    }
}

public struct VoiceWakeSetParams: Codable, Sendable, Equatable {
    public var triggers: JSONValue?

    public init(triggers: JSONValue? = nil) {
        self.triggers = triggers
    }
}

public struct VoiceWakeSetResult: Codable, Sendable, Equatable {
    public var triggers: [String]

    public init(triggers: [String]) {
        self.triggers = triggers
    }
}

public struct WakeParams: Codable, Sendable, Equatable {
    /// "now", "next-heartbeat"
    public var mode: String
    /// >= 1 characters
    public var text: String

    public init(mode: String, text: String) {
        self.mode = mode
        self.text = text
    }
}

public struct WebLoginStartParams: Codable, Sendable, Equatable {
    public var force: Bool?
    /// >= 0 integer
    public var timeoutMs: Int64?
    public var verbose: Bool?
    public var accountId: String?
    public var phone: String?

    public init(force: Bool? = nil, timeoutMs: Int64? = nil, verbose: Bool? = nil, accountId: String? = nil, phone: String? = nil) {
        self.force = force
        self.timeoutMs = timeoutMs
        self.verbose = verbose
        self.accountId = accountId
        self.phone = phone
    }
}

public struct WebLoginStartResult: Codable, Sendable, Equatable {
    public var message: String
    public var qrDataUrl: String?
    public var qr: String?
    public var pairingCode: String?

    public init(message: String, qrDataUrl: String? = nil, qr: String? = nil, pairingCode: String? = nil) {
        self.message = message
        self.qrDataUrl = qrDataUrl
        self.qr = qr
        self.pairingCode = pairingCode
    }
}

public struct WebLoginWaitParams: Codable, Sendable, Equatable {
    /// >= 0 integer
    public var timeoutMs: Int64?
    public var accountId: String?

    public init(timeoutMs: Int64? = nil, accountId: String? = nil) {
        self.timeoutMs = timeoutMs
        self.accountId = accountId
    }
}

public struct WebLoginWaitResult: Codable, Sendable, Equatable {
    public var connected: Bool
    public var message: String
    public var pending: Bool?

    public init(connected: Bool, message: String, pending: Bool? = nil) {
        self.connected = connected
        self.message = message
        self.pending = pending
    }
}

public struct WizardAnswer: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var stepId: String
    public var value: JSONValue?

    public init(stepId: String, value: JSONValue? = nil) {
        self.stepId = stepId
        self.value = value
    }
}

public struct WizardCancelParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var sessionId: String

    public init(sessionId: String) {
        self.sessionId = sessionId
    }
}

public struct WizardCancelResult: Codable, Sendable, Equatable {
    /// "running", "done", "cancelled", "error"
    public var status: String
    public var error: String?

    public init(status: String, error: String? = nil) {
        self.status = status
        self.error = error
    }
}

public struct WizardNextParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var sessionId: String
    public var answer: WizardAnswer?

    public init(sessionId: String, answer: WizardAnswer? = nil) {
        self.sessionId = sessionId
        self.answer = answer
    }
}

public struct WizardNextResult: Codable, Sendable, Equatable {
    public var done: Bool
    public var step: WizardStep?
    /// "running", "done", "cancelled", "error"
    public var status: String?
    public var error: String?

    public init(done: Bool, step: WizardStep? = nil, status: String? = nil, error: String? = nil) {
        self.done = done
        self.step = step
        self.status = status
        self.error = error
    }
}

public struct WizardOption: Codable, Sendable, Equatable {
    public var value: JSONValue
    public var label: String
    public var hint: String?

    public init(value: JSONValue, label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

public struct WizardStartParams: Codable, Sendable, Equatable {
    /// "local", "remote"
    public var mode: String?
    public var workspace: String?

    public init(mode: String? = nil, workspace: String? = nil) {
        self.mode = mode
        self.workspace = workspace
    }
}

public struct WizardStartResult: Codable, Sendable, Equatable {
    public var sessionId: String
    public var done: Bool
    public var step: WizardStep?
    /// "running", "done", "cancelled", "error"
    public var status: String?
    public var error: String?

    public init(sessionId: String, done: Bool, step: WizardStep? = nil, status: String? = nil, error: String? = nil) {
        self.sessionId = sessionId
        self.done = done
        self.step = step
        self.status = status
        self.error = error
    }
}

public struct WizardStatusParams: Codable, Sendable, Equatable {
    /// >= 1 characters
    public var sessionId: String

    public init(sessionId: String) {
        self.sessionId = sessionId
    }
}

public struct WizardStatusResult: Codable, Sendable, Equatable {
    /// "running", "done", "cancelled", "error"
    public var status: String
    public var error: String?

    public init(status: String, error: String? = nil) {
        self.status = status
        self.error = error
    }
}

public struct WizardStep: Codable, Sendable, Equatable {
    /// "note", "select", "text", "confirm", "multiselect", "progress", "action"
    public var type: String
    public var title: String?
    public var message: String?
    public var options: [WizardOption]?
    public var initialValue: JSONValue?
    public var placeholder: String?
    public var sensitive: Bool?
    /// "gateway", "client"
    public var executor: String?
    public var id: String

    public init(type: String, title: String? = nil, message: String? = nil, options: [WizardOption]? = nil, initialValue: JSONValue? = nil, placeholder: String? = nil, sensitive: Bool? = nil, executor: String? = nil, id: String) {
        self.type = type
        self.title = title
        self.message = message
        self.options = options
        self.initialValue = initialValue
        self.placeholder = placeholder
        self.sensitive = sensitive
        self.executor = executor
        self.id = id
    }
}

/// Wire names of the methods.
public enum GatewayMethod: String, Codable, Sendable, CaseIterable {
    /// State of the gateway, from cache unless probing is asked for. Needs operator.read.
    case health = "health"
    /// The end of the log file, or what came after a cursor. Needs operator.read.
    case logsTail = "logs.tail"
    /// Live state of every channel account. Needs operator.read.
    case channelsStatus = "channels.status"
    /// Stops a channel account and removes its credentials. Needs operator.admin.
    case channelsLogout = "channels.logout"
    /// Heartbeats, channels and sessions at a glance. Needs operator.read.
    case status = "status"
    /// Returns the allowances left at the providers. Needs operator.read.
    case usageStatus = "usage.status"
    /// Returns tokens and cost by day. Needs operator.read.
    case usageCost = "usage.cost"
    /// Returns how replies are spoken. Needs operator.read.
    case ttsStatus = "tts.status"
    /// Lists who can speak. Needs operator.read.
    case ttsProviders = "tts.providers"
    /// Has replies spoken. Needs operator.write.
    case ttsEnable = "tts.enable"
    /// Has replies not spoken. Needs operator.write.
    case ttsDisable = "tts.disable"
    /// Speaks a text into a file. Needs operator.write.
    case ttsConvert = "tts.convert"
    /// Chooses who speaks. Needs operator.write.
    case ttsSetProvider = "tts.setProvider"
    /// Returns the config as written and as used. Needs operator.admin.
    case configGet = "config.get"
    /// Replaces the config file. Needs operator.admin.
    case configSet = "config.set"
    /// Replaces the config file and restarts. Needs operator.admin.
    case configApply = "config.apply"
    /// Merges a change into the config file and restarts. Needs operator.admin.
    case configPatch = "config.patch"
    /// Returns the JSON Schema of the config with hints for forms. Needs operator.admin.
    case configSchema = "config.schema"
    /// Returns the rules of the gateway host. Needs operator.admin.
    case execApprovalsGet = "exec.approvals.get"
    /// Replaces the rules of the gateway host. Needs operator.admin.
    case execApprovalsSet = "exec.approvals.set"
    /// Returns the rules of a node. Needs operator.admin.
    case execApprovalsNodeGet = "exec.approvals.node.get"
    /// Replaces the rules of a node. Needs operator.admin.
    case execApprovalsNodeSet = "exec.approvals.node.set"
    /// Asks operators whether a command may run and waits for the answer. Needs operator.approvals.
    case execApprovalRequest = "exec.approval.request"
    /// Answers such a question. Needs operator.approvals.
    case execApprovalResolve = "exec.approval.resolve"
    /// Starts the wizard; only one runs at a time. Needs operator.admin.
    case wizardStart = "wizard.start"
    /// Answers a step and waits for the next one. Needs operator.admin.
    case wizardNext = "wizard.next"
    /// Ends the wizard. Needs operator.admin.
    case wizardCancel = "wizard.cancel"
    /// Tells where the wizard is. Needs operator.admin.
    case wizardStatus = "wizard.status"
    /// Tells everybody whether the assistant listens. Needs operator.write.
    case talkMode = "talk.mode"
    /// Lists the models that can be chosen. Needs operator.read.
    case modelsList = "models.list"
    /// Every agent. Needs operator.read.
    case agentsList = "agents.list"
    /// Lists skills and what they lack. Needs operator.read.
    case skillsStatus = "skills.status"
    /// Lists the executables that skills use. Needs node.
    case skillsBins = "skills.bins"
    /// Installs what a skill needs. Needs operator.admin.
    case skillsInstall = "skills.install"
    /// Changes the config of a skill. Needs operator.admin.
    case skillsUpdate = "skills.update"
    /// Updates the program and restarts. Needs operator.admin.
    case updateRun = "update.run"
    /// Returns the wake words. Needs operator.read.
    case voicewakeGet = "voicewake.get"
    /// Sets the wake words. Needs operator.write.
    case voicewakeSet = "voicewake.set"
    /// Lists sessions, newest first. Needs operator.read.
    case sessionsList = "sessions.list"
    /// Returns the last messages of several sessions, shortened. Needs operator.read.
    case sessionsPreview = "sessions.preview"
    /// Changes settings of a session; creates it when missing. Needs operator.admin.
    case sessionsPatch = "sessions.patch"
    /// Starts a new transcript under the same key and keeps the preferences. Needs operator.admin.
    case sessionsReset = "sessions.reset"
    /// Deletes a session and puts its transcript aside. Needs operator.admin.
    case sessionsDelete = "sessions.delete"
    /// Keeps only the last lines of a transcript. Needs operator.admin.
    case sessionsCompact = "sessions.compact"
    /// The last heartbeat, or null before the first. Needs operator.read.
    case lastHeartbeat = "last-heartbeat"
    /// Switches all heartbeats on or off until the next start. Needs operator.admin.
    case setHeartbeats = "set-heartbeats"
    /// Gives the agent a line to look at, now or at the next heartbeat. Needs operator.write.
    case wake = "wake"
    /// Asks for a node to be paired. Needs operator.pairing.
    case nodePairRequest = "node.pair.request"
    /// Lists paired nodes and open pairing requests. Needs operator.pairing.
    case nodePairList = "node.pair.list"
    /// Approves a node and gives it a new token. Needs operator.pairing.
    case nodePairApprove = "node.pair.approve"
    /// Rejects a node. Needs operator.pairing.
    case nodePairReject = "node.pair.reject"
    /// Checks the token of a paired node. Needs operator.pairing.
    case nodePairVerify = "node.pair.verify"
    /// Lists paired devices and open pairing requests. Needs operator.pairing.
    case devicePairList = "device.pair.list"
    /// Approves a pairing request. Needs operator.pairing.
    case devicePairApprove = "device.pair.approve"
    /// Rejects a pairing request. Needs operator.pairing.
    case devicePairReject = "device.pair.reject"
    /// Gives a device a new token for a role. Needs operator.pairing.
    case deviceTokenRotate = "device.token.rotate"
    /// Revokes the token of a device for a role. Needs operator.pairing.
    case deviceTokenRevoke = "device.token.revoke"
    /// Renames a node. Needs operator.pairing.
    case nodeRename = "node.rename"
    /// Lists paired and connected nodes. Needs operator.read.
    case nodeList = "node.list"
    /// Describes one node. Needs operator.read.
    case nodeDescribe = "node.describe"
    /// Runs a command on a connected node and waits for its answer. Needs operator.write.
    case nodeInvoke = "node.invoke"
    /// A node answers a command. Needs node.
    case nodeInvokeResult = "node.invoke.result"
    /// A node reports something. Needs node.
    case nodeEvent = "node.event"
    /// Lists jobs by next run. Needs operator.read.
    case cronList = "cron.list"
    /// Tells whether the scheduler runs and when it wakes next. Needs operator.read.
    case cronStatus = "cron.status"
    /// Adds a job. Needs operator.admin.
    case cronAdd = "cron.add"
    /// Changes a job. Needs operator.admin.
    case cronUpdate = "cron.update"
    /// Removes a job. Needs operator.admin.
    case cronRemove = "cron.remove"
    /// Runs a job now. Needs operator.admin.
    case cronRun = "cron.run"
    /// Returns the run log of a job. Needs operator.read.
    case cronRuns = "cron.runs"
    /// Everybody who is there, newest first. Needs operator.read.
    case systemPresence = "system-presence"
    /// Reports presence and queues a line for the next prompt. Needs operator.admin.
    case systemEvent = "system-event"
    /// Sends a message through a channel. Needs operator.write.
    case send = "send"
    /// Runs an agent once; answers when accepted and again when done. Needs operator.write.
    case agent = "agent"
    /// Name and avatar of an agent. Needs operator.read.
    case agentIdentityGet = "agent.identity.get"
    /// Waits for the end of a run. Needs operator.write.
    case agentWait = "agent.wait"
    /// Sends a request to the browser service. Needs operator.write.
    case browserRequest = "browser.request"
    /// The end of a transcript. Needs operator.read.
    case chatHistory = "chat.history"
    /// Stops running replies. Needs operator.write.
    case chatAbort = "chat.abort"
    /// Says something in a session; the reply arrives as events. Needs operator.write.
    case chatSend = "chat.send"
    /// Opens the conversation; valid as the first request only. Needs operator.admin.
    case connect = "connect"
    /// Sends a poll through a channel. Needs operator.admin.
    case poll = "poll"
    /// Adds an assistant message to a transcript. Needs operator.admin.
    case chatInject = "chat.inject"
    /// Finds the canonical key of a session by key, session id or label. Needs operator.admin.
    case sessionsResolve = "sessions.resolve"
    /// Starts linking and returns the code to scan. Needs operator.admin.
    case webLoginStart = "web.login.start"
    /// Waits until the code was scanned. Needs operator.admin.
    case webLoginWait = "web.login.wait"
    /// Lists what waits in the journal of messages; tries failed sends anew or removes entries. Needs operator.read.
    case channelsQueue = "channels.queue"
    /// Does something on a channel: sends, reacts, edits, deletes. Needs operator.write.
    case messageAction = "message.action"
}

/// Wire names of the events.
public enum GatewayEvent: String, Codable, Sendable, CaseIterable {
    /// The nonce to sign; the first frame of every socket.
    case connectChallenge = "connect.challenge"
    /// Progress of an agent run.
    case agent = "agent"
    /// A run as a conversation sees it. Deltas alone may be skipped for a slow client.
    case chat = "chat"
    /// Everybody who is there.
    case presence = "presence"
    /// The gateway is alive.
    case tick = "tick"
    /// Talk mode was switched.
    case talkMode = "talk.mode"
    /// The gateway is about to stop or restart.
    case shutdown = "shutdown"
    /// A health refresh finished.
    case health = "health"
    /// A heartbeat ran.
    case heartbeat = "heartbeat"
    /// A scheduled job changed or ran.
    case cron = "cron"
    /// A node asks to be paired.
    case nodePairRequested = "node.pair.requested"
    /// A node pairing was decided.
    case nodePairResolved = "node.pair.resolved"
    /// A command for this node.
    case nodeInvokeRequest = "node.invoke.request"
    /// A device asks to be paired.
    case devicePairRequested = "device.pair.requested"
    /// A device pairing was decided.
    case devicePairResolved = "device.pair.resolved"
    /// The wake words changed.
    case voicewakeChanged = "voicewake.changed"
    /// A command waits for approval.
    case execApprovalRequested = "exec.approval.requested"
    /// A command approval was decided.
    case execApprovalResolved = "exec.approval.resolved"
}
