// Generated from the wire types by `openclaw protocol`. Do not edit.

export const minProtocol = 3;
export const maxProtocol = 4;

export interface AgentAssistantData {
  text: string;
  delta?: string;
  mediaUrls?: string[];
}

export interface AgentCompactionData {
  phase: "start" | "end";
  willRetry?: boolean;
}

export interface AgentEvent {
  runId: string;
  stream: "lifecycle" | "assistant" | "tool" | "compaction" | "error";
  data: unknown;
  sessionKey?: string;
  /** >= 0 integer */
  seq?: number;
  /** integer */
  ts: number;
}

export interface AgentGapData {
  reason: string;
  /** integer */
  expected: number;
  /** integer */
  received: number;
}

export interface AgentIdentity {
  name?: string;
  theme?: string;
  emoji?: string;
  avatar?: string;
  avatarUrl?: string;
}

export interface AgentIdentityGetParams {
  /** >= 1 characters */
  agentId?: string;
  sessionKey?: string;
}

export interface AgentIdentityGetResult {
  agentId: string;
  name: string;
  avatar: string;
}

export interface AgentLifecycleData {
  phase: "start" | "end" | "error";
  error?: string;
  /** integer */
  startedAt?: number;
  /** integer */
  endedAt?: number;
  aborted?: boolean;
}

export interface AgentModelMeta {
  sessionId: string;
  provider: string;
  model: string;
  usage?: AgentUsage;
}

export interface AgentParams {
  /** >= 1 characters */
  message: string;
  /** >= 1 characters */
  agentId?: string;
  to?: string;
  replyTo?: string;
  sessionId?: string;
  sessionKey?: string;
  thinking?: string;
  deliver?: boolean;
  attachments?: unknown[];
  channel?: string;
  replyChannel?: string;
  accountId?: string;
  replyAccountId?: string;
  threadId?: string;
  groupId?: string;
  groupChannel?: string;
  groupSpace?: string;
  /** >= 0 integer */
  timeout?: number;
  lane?: string;
  extraSystemPrompt?: string;
  /** >= 1 characters */
  idempotencyKey: string;
  /** 1..64 characters */
  label?: string;
  spawnedBy?: string;
}

export interface AgentReply {
  text?: string;
  mediaUrl: string | null;
  mediaUrls?: string[];
  replyToId?: string;
  isError?: boolean;
  [member: string]: unknown;
}

export interface AgentResult {
  runId: string;
  status: "accepted" | "ok" | "error";
  /** integer */
  acceptedAt?: number;
  summary?: string;
  result?: AgentRunResult;
}

export interface AgentRunMeta {
  /** integer */
  durationMs: number;
  agentMeta?: AgentModelMeta;
  aborted?: boolean;
  systemPromptReport?: unknown;
  [member: string]: unknown;
}

export interface AgentRunResult {
  payloads: AgentReply[];
  meta: AgentRunMeta;
}

export interface AgentSummary {
  id: string;
  name?: string;
  identity?: AgentIdentity;
}

export interface AgentToolData {
  phase: "start" | "update" | "result";
  name: string;
  toolCallId: string;
  args?: unknown;
  partialResult?: unknown;
  meta?: unknown;
  isError?: boolean;
  result?: unknown;
}

export interface AgentUsage {
  /** integer */
  input?: number;
  /** integer */
  output?: number;
  /** integer */
  cacheRead?: number;
  /** integer */
  cacheWrite?: number;
  /** integer */
  total?: number;
}

export interface AgentWaitParams {
  /** >= 1 characters */
  runId: string;
  /** >= 0 integer */
  timeoutMs?: number;
}

export interface AgentWaitResult {
  runId: string;
  status: "ok" | "error" | "timeout";
  /** integer */
  startedAt?: number;
  /** integer */
  endedAt?: number;
  error?: string;
}

export interface AgentsListResult {
  defaultId: string;
  mainKey: string;
  scope: "per-sender" | "global";
  agents: AgentSummary[];
}

export type AnyParams = Record<string, unknown>;

export interface BrowserRequestParams {
  method?: string;
  path?: string;
  query?: unknown;
  body?: unknown;
  timeoutMs?: number;
  [member: string]: unknown;
}

export interface ChallengePayload {
  nonce: string;
  /** integer */
  ts: number;
}

export interface ChannelMeta {
  id: string;
  label: string;
  detailLabel: string;
  systemImage?: string;
}

export interface ChannelsLogoutParams {
  /** >= 1 characters */
  channel: string;
  accountId?: string;
}

export interface ChannelsLogoutResult {
  channel: string;
  accountId: string;
  cleared: boolean;
  loggedOut?: boolean;
  [member: string]: unknown;
}

export interface ChannelsQueueParams {
  action: "list" | "retry" | "drop";
  box?: "inbox" | "outbox";
  /** >= 1 integer */
  id?: number;
  channel?: string;
  accountId?: string;
  all?: boolean;
  /** 1..1000 integer */
  limit?: number;
}

export interface ChannelsQueueResult {
  counts: QueueCounts;
  items?: QueueEntry[];
  /** integer */
  changed?: number;
  problem?: string;
}

export interface ChannelsStatusParams {
  probe?: boolean;
  /** >= 0 integer */
  timeoutMs?: number;
}

export interface ChannelsStatusResult {
  /** integer */
  ts: number;
  channelOrder: string[];
  channelLabels: Record<string, string>;
  channelDetailLabels: Record<string, string>;
  channelSystemImages: Record<string, string>;
  channelMeta: ChannelMeta[];
  channels: Record<string, unknown>;
  channelAccounts: Record<string, unknown[]>;
  channelDefaultAccountId: Record<string, string>;
}

export interface ChatAbortParams {
  /** >= 1 characters */
  sessionKey: string;
  /** >= 1 characters */
  runId?: string;
}

export interface ChatAbortResult {
  ok: boolean;
  aborted: boolean;
  runIds: string[];
}

export interface ChatContent {
  type: string;
  text?: string;
  [member: string]: unknown;
}

export interface ChatEvent {
  runId: string;
  sessionKey: string;
  /** >= 0 integer */
  seq: number;
  state: "delta" | "final" | "aborted" | "error";
  deltaText?: string;
  replace?: boolean;
  message?: ChatMessage;
  errorMessage?: string;
  stopReason?: string;
}

export interface ChatHistoryParams {
  /** >= 1 characters */
  sessionKey: string;
  /** 1..1000 integer */
  limit?: number;
}

export interface ChatHistoryResult {
  sessionKey: string;
  sessionId?: string;
  messages: TranscriptMessage[];
  thinkingLevel?: string;
}

export interface ChatInjectParams {
  /** >= 1 characters */
  sessionKey: string;
  /** >= 1 characters */
  message: string;
  /** <= 100 characters */
  label?: string;
}

export interface ChatInjectResult {
  ok: boolean;
  messageId: string;
}

export interface ChatMessage {
  role: string;
  content: ChatContent[];
  /** integer */
  timestamp: number;
  stopReason?: string;
  usage?: ChatUsage;
  [member: string]: unknown;
}

export interface ChatSendParams {
  /** >= 1 characters */
  sessionKey: string;
  message: string;
  thinking?: string;
  deliver?: boolean;
  attachments?: unknown[];
  /** >= 0 integer */
  timeoutMs?: number;
  /** >= 1 characters */
  idempotencyKey: string;
}

export interface ChatSendResult {
  ok?: boolean;
  aborted?: boolean;
  runIds?: string[];
  runId?: string;
  status?: "started" | "in_flight" | "ok" | "error";
  summary?: string;
}

export interface ChatUsage {
  /** integer */
  input: number;
  /** integer */
  output: number;
  /** integer */
  totalTokens: number;
  [member: string]: unknown;
}

export interface ClientInfo {
  id: "webchat-ui" | "openclaw-control-ui" | "webchat" | "cli" | "gateway-client" | "openclaw-macos" | "openclaw-ios" | "openclaw-android" | "node-host" | "test" | "fingerprint" | "openclaw-probe" | "openclaw-browser-copilot" | "openclaw-tui" | "openclaw-linux" | "openclaw-watchos" | "openclaw-worker";
  /** >= 1 characters */
  displayName?: string;
  /** >= 1 characters */
  version: string;
  /** >= 1 characters */
  platform: string;
  /** >= 1 characters */
  deviceFamily?: string;
  /** >= 1 characters */
  modelIdentifier?: string;
  mode: "webchat" | "cli" | "ui" | "backend" | "node" | "probe" | "test" | "worker";
  /** >= 1 characters */
  instanceId?: string;
  /** 1..96 characters */
  buildId?: string;
  /** 1..64 characters */
  timeZone?: string;
}

export interface ConfigApplyParams {
  /** >= 1 characters */
  raw: string;
  /** >= 1 characters */
  baseHash?: string;
  sessionKey?: string;
  note?: string;
  /** >= 0 integer */
  restartDelayMs?: number;
}

export interface ConfigApplyResult {
  ok: boolean;
  path: string;
  config: unknown;
  restart: RestartSchedule;
  sentinel: RestartSentinel;
}

export interface ConfigGetResult {
  path: string;
  exists: boolean;
  raw: string | null;
  parsed: unknown;
  valid: boolean;
  config: unknown;
  hash?: string;
  issues: ConfigIssueRow[];
  warnings: ConfigIssueRow[];
  legacyIssues: ConfigIssueRow[];
}

export interface ConfigIssueRow {
  path: string;
  message: string;
}

export interface ConfigPatchParams {
  /** >= 1 characters */
  raw: string;
  /** >= 1 characters */
  baseHash?: string;
  sessionKey?: string;
  note?: string;
  /** >= 0 integer */
  restartDelayMs?: number;
}

export interface ConfigPatchResult {
  ok: boolean;
  path: string;
  config: unknown;
  restart: RestartSchedule;
  sentinel: RestartSentinel;
}

export interface ConfigSchemaResult {
  schema: unknown;
  uiHints: unknown;
  version: string;
  generatedAt: string;
}

export interface ConfigSetParams {
  /** >= 1 characters */
  raw: string;
  /** >= 1 characters */
  baseHash?: string;
}

export interface ConfigSetResult {
  ok: boolean;
  path: string;
  config: unknown;
}

export interface ConnectAuth {
  token?: string;
  password?: string;
  deviceToken?: string;
  bootstrapToken?: string;
  approvalRuntimeToken?: string;
  agentRuntimeIdentityToken?: string;
}

export interface ConnectParams {
  /** >= 1 integer */
  minProtocol: number;
  /** >= 1 integer */
  maxProtocol: number;
  client: ClientInfo;
  /** each >= 1 characters */
  caps?: string[];
  /** each >= 1 characters */
  commands?: string[];
  permissions?: Record<string, boolean>;
  pathEnv?: string;
  /** >= 1 characters */
  role?: string;
  /** each >= 1 characters */
  scopes?: string[];
  device?: DeviceProof;
  auth?: ConnectAuth;
  locale?: string;
  userAgent?: string;
  computerUse?: unknown;
  workerRuns?: Record<string, unknown>;
  modelCatalog?: Record<string, unknown>;
}

export interface ContentPart {
  type: string;
  text?: string;
  textSignature?: string;
  thinking?: string;
  thinkingSignature?: string;
  id?: string;
  name?: string;
  arguments?: unknown;
  thoughtSignature?: string;
  data?: string;
  mimeType?: string;
  [member: string]: unknown;
}

export interface CronAddParams {
  /** >= 1 characters */
  name: string;
  /** >= 1 characters */
  agentId?: string | null;
  description?: string;
  enabled?: boolean;
  deleteAfterRun?: boolean;
  schedule: CronSchedule;
  sessionTarget: "main" | "isolated";
  wakeMode?: "next-heartbeat" | "now";
  payload: CronPayload;
  isolation?: CronIsolation;
}

export interface CronAgentTurn {
  kind: "agentTurn";
  /** >= 1 characters */
  message: string;
  model?: string;
  thinking?: string;
  /** >= 1 integer */
  timeoutSeconds?: number;
  deliver?: boolean;
  /** >= 1 characters */
  channel?: string;
  to?: string;
  bestEffortDeliver?: boolean;
}

export interface CronAgentTurnPatch {
  kind: "agentTurn";
  /** >= 1 characters */
  message?: string;
  model?: string;
  thinking?: string;
  /** >= 1 integer */
  timeoutSeconds?: number;
  deliver?: boolean;
  /** >= 1 characters */
  channel?: string;
  to?: string;
  bestEffortDeliver?: boolean;
}

export interface CronEvent {
  jobId: string;
  action: "added" | "updated" | "removed" | "started" | "finished";
  status?: "ok" | "error" | "skipped";
  error?: string;
  summary?: string;
  /** integer */
  runAtMs?: number;
  /** integer */
  durationMs?: number;
  /** integer */
  nextRunAtMs?: number;
}

export interface CronIsolation {
  postToMainPrefix?: string;
  postToMainMode?: "summary" | "full";
  /** >= 0 integer */
  postToMainMaxChars?: number;
}

export interface CronJob {
  id: string;
  agentId?: string;
  name: string;
  description?: string;
  enabled?: boolean;
  deleteAfterRun?: boolean;
  /** integer */
  createdAtMs: number;
  /** integer */
  updatedAtMs: number;
  schedule: CronSchedule;
  sessionTarget: "main" | "isolated";
  wakeMode: "next-heartbeat" | "now";
  payload: CronPayload;
  isolation?: CronIsolation;
  state: CronJobState;
  [member: string]: unknown;
}

export interface CronJobPatch {
  /** >= 1 characters */
  name?: string;
  /** >= 1 characters */
  agentId?: string | null;
  description?: string;
  enabled?: boolean;
  deleteAfterRun?: boolean;
  schedule?: CronSchedule;
  sessionTarget?: "main" | "isolated";
  wakeMode?: "next-heartbeat" | "now";
  payload?: CronPayloadPatch;
  isolation?: CronIsolation;
  state?: CronJobState;
}

export interface CronJobState {
  /** >= 0 integer */
  nextRunAtMs?: number;
  /** >= 0 integer */
  runningAtMs?: number;
  /** >= 0 integer */
  lastRunAtMs?: number;
  lastStatus?: "ok" | "error" | "skipped";
  lastError?: string;
  /** >= 0 integer */
  lastDurationMs?: number;
}

export interface CronListParams {
  includeDisabled?: boolean;
  /** >= 1 integer */
  limit?: number;
  /** >= 0 integer */
  offset?: number;
}

export interface CronListResult {
  jobs: CronJob[];
}

export type CronPayload = CronSystemEvent | CronAgentTurn;

export type CronPayloadPatch = CronSystemEventPatch | CronAgentTurnPatch;

export interface CronRemoveById {
  /** >= 1 characters */
  id: string;
}

export interface CronRemoveByJobId {
  /** >= 1 characters */
  jobId: string;
}

export type CronRemoveParams = CronRemoveById | CronRemoveByJobId;

export interface CronRemoveResult {
  ok: boolean;
  removed: boolean;
}

export interface CronRunById {
  /** >= 1 characters */
  id: string;
  mode?: "due" | "force";
}

export interface CronRunByJobId {
  /** >= 1 characters */
  jobId: string;
  mode?: "due" | "force";
}

export interface CronRunEntry {
  /** integer */
  ts: number;
  jobId: string;
  action: "finished";
  status?: "ok" | "error" | "skipped";
  error?: string;
  summary?: string;
  /** integer */
  runAtMs?: number;
  /** integer */
  durationMs?: number;
  /** integer */
  nextRunAtMs?: number;
}

export type CronRunParams = CronRunById | CronRunByJobId;

export interface CronRunResult {
  ok: boolean;
  ran: boolean;
  reason?: string;
}

export interface CronRunsById {
  /** >= 1 characters */
  id: string;
  /** 1..5000 integer */
  limit?: number;
}

export interface CronRunsByJobId {
  /** >= 1 characters */
  jobId: string;
  /** 1..5000 integer */
  limit?: number;
}

export type CronRunsParams = CronRunsById | CronRunsByJobId;

export interface CronRunsResult {
  entries: CronRunEntry[];
}

export type CronSchedule = CronScheduleAt | CronScheduleEvery | CronScheduleExpr;

export interface CronScheduleAt {
  kind: "at";
  /** >= 0 integer */
  atMs: number;
}

export interface CronScheduleEvery {
  kind: "every";
  /** >= 1 integer */
  everyMs: number;
  /** >= 0 integer */
  anchorMs?: number;
}

export interface CronScheduleExpr {
  kind: "cron";
  /** >= 1 characters */
  expr: string;
  tz?: string;
}

export interface CronStatusResult {
  enabled: boolean;
  storePath: string;
  /** integer */
  jobs: number;
  /** integer */
  nextWakeAtMs: number | null;
}

export interface CronSystemEvent {
  kind: "systemEvent";
  /** >= 1 characters */
  text: string;
}

export interface CronSystemEventPatch {
  kind: "systemEvent";
  /** >= 1 characters */
  text?: string;
}

export interface CronUpdateById {
  /** >= 1 characters */
  id: string;
  patch: CronJobPatch;
}

export interface CronUpdateByJobId {
  /** >= 1 characters */
  jobId: string;
  patch: CronJobPatch;
}

export type CronUpdateParams = CronUpdateById | CronUpdateByJobId;

export interface DeliveryContext {
  channel?: string;
  to?: string;
  accountId?: string;
  threadId?: string | number;
}

export interface DevicePairApproveParams {
  /** >= 1 characters */
  requestId: string;
}

export interface DevicePairApproveResult {
  requestId: string;
  device: PairedDeviceView;
}

export interface DevicePairListResult {
  pending: PendingDevice[];
  paired: PairedDeviceView[];
}

export interface DevicePairRejectParams {
  /** >= 1 characters */
  requestId: string;
}

export interface DevicePairRejectResult {
  requestId: string;
  deviceId: string;
}

export interface DevicePairResolvedEvent {
  requestId: string;
  deviceId: string;
  decision: "approved" | "rejected";
  /** integer */
  ts: number;
}

export interface DeviceProof {
  /** >= 1 characters */
  id: string;
  /** >= 1 characters */
  publicKey: string;
  /** >= 1 characters */
  signature: string;
  /** >= 0 integer */
  signedAt: number;
  /** >= 1 characters */
  nonce?: string;
}

export interface DeviceTokenRevokeParams {
  /** >= 1 characters */
  deviceId: string;
  /** >= 1 characters */
  role: string;
}

export interface DeviceTokenRevokeResult {
  deviceId: string;
  role: string;
  /** integer */
  revokedAtMs: number;
}

export interface DeviceTokenRotateParams {
  /** >= 1 characters */
  deviceId: string;
  /** >= 1 characters */
  role: string;
  /** each >= 1 characters */
  scopes?: string[];
}

export interface DeviceTokenRotateResult {
  deviceId: string;
  role: string;
  token: string;
  scopes: string[];
  /** integer */
  rotatedAtMs: number;
}

export interface DeviceTokenView {
  role: string;
  scopes: string[];
  /** integer */
  createdAtMs: number;
  /** integer */
  rotatedAtMs?: number;
  /** integer */
  revokedAtMs?: number;
  /** integer */
  lastUsedAtMs?: number;
}

export interface EventFrame {
  type: "event";
  /** >= 1 characters */
  event: string;
  payload?: unknown;
  /** >= 0 integer */
  seq?: number;
  stateVersion?: StateVersion;
}

export interface ExecAllowlistEntry {
  pattern: string;
  /** >= 1 characters */
  id?: string;
  /** >= 0 integer */
  lastUsedAt?: number;
  lastUsedCommand?: string;
  lastResolvedPath?: string;
}

export interface ExecApprovalRequestParams {
  /** >= 1 characters */
  id?: string;
  /** >= 1 characters */
  command: string;
  cwd?: string | null;
  host?: string | null;
  security?: string | null;
  ask?: string | null;
  agentId?: string | null;
  resolvedPath?: string | null;
  sessionKey?: string | null;
  /** >= 1 integer */
  timeoutMs?: number;
}

export interface ExecApprovalRequestResult {
  id: string;
  decision: "allow-once" | "allow-always" | "deny" | null;
  /** integer */
  createdAtMs: number;
  /** integer */
  expiresAtMs: number;
}

export interface ExecApprovalRequestedEvent {
  id: string;
  request: ExecApprovalSubject;
  /** integer */
  createdAtMs: number;
  /** integer */
  expiresAtMs: number;
}

export interface ExecApprovalResolveParams {
  /** >= 1 characters */
  id: string;
  /** >= 1 characters */
  decision: string;
}

export interface ExecApprovalResolvedEvent {
  id: string;
  decision: string;
  resolvedBy?: string;
  /** integer */
  ts: number;
}

export interface ExecApprovalSubject {
  command: string;
  cwd: string | null;
  host: string | null;
  security: string | null;
  ask: string | null;
  agentId: string | null;
  resolvedPath: string | null;
  sessionKey: string | null;
}

export interface ExecApprovalsAgent {
  security?: string;
  ask?: string;
  askFallback?: string;
  autoAllowSkills?: boolean;
  allowlist?: ExecAllowlistEntry[];
}

export interface ExecApprovalsDefaults {
  security?: string;
  ask?: string;
  askFallback?: string;
  autoAllowSkills?: boolean;
}

export interface ExecApprovalsFile {
  /** 1..1 integer */
  version: number;
  socket?: ExecApprovalsSocket;
  defaults?: ExecApprovalsDefaults;
  agents?: Record<string, ExecApprovalsAgent>;
}

export interface ExecApprovalsGetResult {
  path: string;
  exists: boolean;
  hash: string;
  file: ExecApprovalsFile;
}

export interface ExecApprovalsNodeGetParams {
  /** >= 1 characters */
  nodeId: string;
}

export interface ExecApprovalsNodeSetParams {
  /** >= 1 characters */
  nodeId: string;
  file: ExecApprovalsFile;
  /** >= 1 characters */
  baseHash?: string;
}

export interface ExecApprovalsSetParams {
  file: ExecApprovalsFile;
  /** >= 1 characters */
  baseHash?: string;
}

export interface ExecApprovalsSetResult {
  path: string;
  exists: boolean;
  hash: string;
  file: ExecApprovalsFile;
}

export interface ExecApprovalsSocket {
  path?: string;
  token?: string;
}

export interface GatewayError {
  code: string;
  message: string;
  details?: unknown;
  retryable?: boolean;
  /** integer */
  retryAfterMs?: number;
}

export interface HealthAgent {
  agentId: string;
  name?: string;
  isDefault: boolean;
  heartbeat: HealthHeartbeat;
  sessions: SessionsGlance;
}

export interface HealthHeartbeat {
  enabled: boolean;
  every: string;
  /** integer */
  everyMs: number | null;
  prompt: string;
  target: string;
  model?: string;
  /** integer */
  ackMaxChars: number;
}

export interface HealthJournal {
  /** integer */
  inbox: number;
  /** integer */
  outbox: number;
  /** integer */
  failed: number;
  /** integer */
  uncertain: number;
  problem?: string;
}

export interface HealthParams {
  probe?: boolean;
  [member: string]: unknown;
}

export interface HealthResult {
  ok: boolean;
  /** integer */
  ts: number;
  /** integer */
  durationMs: number;
  channels: Record<string, unknown>;
  channelOrder: string[];
  channelLabels: Record<string, string>;
  /** integer */
  heartbeatSeconds: number;
  defaultAgentId: string;
  agents: HealthAgent[];
  sessions: SessionsGlance;
  linkChannel?: LinkChannel;
  journal?: HealthJournal;
}

export interface HeartbeatEvent {
  /** integer */
  ts: number;
  status: "sent" | "ok-empty" | "ok-token" | "skipped" | "failed";
  to?: string;
  reason?: string;
  preview?: string;
  /** integer */
  durationMs?: number;
  hasMedia?: boolean;
  channel?: string;
  silent?: boolean;
  indicatorType?: "ok" | "alert" | "error";
}

export interface HelloAuth {
  deviceToken?: string;
  role: string;
  scopes: string[];
  /** integer */
  issuedAtMs?: number;
  method?: string;
}

export interface HelloFeatures {
  methods: string[];
  events: string[];
  capabilities?: string[];
}

export interface HelloOk {
  type: "hello-ok";
  /** integer */
  protocol: number;
  server: HelloServer;
  features: HelloFeatures;
  snapshot: HelloSnapshot;
  canvasHostUrl?: string;
  auth?: HelloAuth;
  policy: HelloPolicy;
}

export interface HelloPolicy {
  /** integer */
  maxPayload: number;
  /** integer */
  maxBufferedBytes: number;
  /** integer */
  tickIntervalMs: number;
}

export interface HelloServer {
  version: string;
  commit?: string;
  host?: string;
  connId: string;
}

export interface HelloSessionDefaults {
  defaultAgentId: string;
  mainKey: string;
  mainSessionKey: string;
  scope: string;
}

export interface HelloSnapshot {
  presence: PresenceEntry[];
  health: unknown;
  stateVersion: StateVersion;
  /** integer */
  uptimeMs: number;
  configPath?: string;
  stateDir?: string;
  sessionDefaults?: HelloSessionDefaults;
}

export interface LinkChannel {
  id: string;
  label: string;
  linked: boolean;
  /** integer */
  authAgeMs: number | null;
}

export interface LogsTailParams {
  /** >= 0 integer */
  cursor?: number;
  /** 1..5000 integer */
  limit?: number;
  /** 1..1000000 integer */
  maxBytes?: number;
}

export interface LogsTailResult {
  file: string;
  /** integer */
  cursor: number;
  /** integer */
  size: number;
  lines: string[];
  truncated: boolean;
  reset: boolean;
}

export interface MessageActionParams {
  /** >= 1 characters */
  action: string;
  channel?: string;
  accountId?: string;
  params?: unknown;
  agentId?: string;
  sessionKey?: string;
  dryRun?: boolean;
  /** >= 1 characters */
  idempotencyKey: string;
  [member: string]: unknown;
}

export interface MessageActionResult {
  ok: boolean;
  runId: string;
  action: string;
  channel: string;
  accountId: string;
  to?: string;
  dryRun?: boolean;
  messageId?: string;
  chatId?: string;
  toJid?: string;
  pollId?: string;
  result?: unknown;
  [member: string]: unknown;
}

export interface ModelRow {
  id: string;
  name: string;
  provider: string;
  /** integer */
  contextWindow?: number;
  reasoning?: boolean;
  input?: string[];
}

export interface ModelsListResult {
  models: ModelRow[];
}

export type NoParams = Record<string, never>;

export interface NodeDescribeParams {
  /** >= 1 characters */
  nodeId: string;
}

export interface NodeDescribeResult {
  /** integer */
  ts: number;
  nodeId: string;
  displayName?: string;
  platform?: string;
  version?: string;
  coreVersion?: string;
  uiVersion?: string;
  deviceFamily?: string;
  modelIdentifier?: string;
  remoteIp?: string;
  caps: string[];
  commands: string[];
  pathEnv?: string;
  permissions?: Record<string, boolean>;
  /** integer */
  connectedAtMs?: number;
  paired: boolean;
  connected: boolean;
}

export interface NodeError {
  /** >= 1 characters */
  code?: string;
  /** >= 1 characters */
  message?: string;
}

export interface NodeEventParams {
  /** >= 1 characters */
  event: string;
  payload?: unknown;
  payloadJSON?: unknown;
}

export interface NodeEventResult {
  ok: boolean;
}

export interface NodeInvokeParams {
  /** >= 1 characters */
  nodeId: string;
  /** >= 1 characters */
  command: string;
  params?: unknown;
  /** >= 0 integer */
  timeoutMs?: number;
  /** >= 1 characters */
  idempotencyKey: string;
}

export interface NodeInvokeRequestEvent {
  id: string;
  nodeId: string;
  command: string;
  paramsJSON: string | null;
  /** >= 0 integer */
  timeoutMs?: number;
  idempotencyKey?: string;
}

export interface NodeInvokeResult {
  ok: boolean;
  nodeId: string;
  command: string;
  payload?: unknown;
  payloadJSON: string | null;
}

export interface NodeInvokeResultParams {
  /** >= 1 characters */
  id: string;
  /** >= 1 characters */
  nodeId: string;
  ok: boolean;
  payload?: unknown;
  payloadJSON?: unknown;
  error?: NodeError | null;
}

export interface NodeInvokeResultResult {
  ok: boolean;
  ignored?: boolean;
}

export interface NodeListResult {
  /** integer */
  ts: number;
  nodes: NodeRow[];
}

export interface NodePairApproveParams {
  /** >= 1 characters */
  requestId: string;
}

export interface NodePairApproveResult {
  requestId: string;
  node: PairedNode;
}

export interface NodePairListResult {
  pending: PendingNode[];
  paired: PairedNode[];
}

export interface NodePairRejectParams {
  /** >= 1 characters */
  requestId: string;
}

export interface NodePairRejectResult {
  requestId: string;
  nodeId: string;
}

export interface NodePairRequestParams {
  /** >= 1 characters */
  nodeId: string;
  /** >= 1 characters */
  displayName?: string;
  /** >= 1 characters */
  platform?: string;
  /** >= 1 characters */
  version?: string;
  /** >= 1 characters */
  coreVersion?: string;
  /** >= 1 characters */
  uiVersion?: string;
  /** >= 1 characters */
  deviceFamily?: string;
  /** >= 1 characters */
  modelIdentifier?: string;
  /** each >= 1 characters */
  caps?: string[];
  /** each >= 1 characters */
  commands?: string[];
  /** >= 1 characters */
  remoteIp?: string;
  silent?: boolean;
}

export interface NodePairRequestResult {
  status: "pending";
  request: PendingNode;
  created: boolean;
}

export interface NodePairResolvedEvent {
  requestId: string;
  nodeId: string;
  decision: "approved" | "rejected";
  /** integer */
  ts: number;
}

export interface NodePairVerifyParams {
  /** >= 1 characters */
  nodeId: string;
  /** >= 1 characters */
  token: string;
}

export interface NodePairVerifyResult {
  ok: boolean;
  node?: PairedNode;
}

export interface NodeRenameParams {
  /** >= 1 characters */
  nodeId: string;
  /** >= 1 characters */
  displayName: string;
}

export interface NodeRenameResult {
  nodeId: string;
  displayName: string;
}

export interface NodeRow {
  nodeId: string;
  displayName?: string;
  platform?: string;
  version?: string;
  coreVersion?: string;
  uiVersion?: string;
  deviceFamily?: string;
  modelIdentifier?: string;
  remoteIp?: string;
  caps: string[];
  commands: string[];
  pathEnv?: string;
  permissions?: Record<string, boolean>;
  /** integer */
  connectedAtMs?: number;
  paired: boolean;
  connected: boolean;
}

export interface OkResult {
  ok: boolean;
}

export interface PairedDeviceView {
  deviceId: string;
  publicKey: string;
  displayName?: string;
  platform?: string;
  clientId?: string;
  clientMode?: string;
  role?: string;
  roles?: string[];
  scopes?: string[];
  remoteIp?: string;
  /** integer */
  createdAtMs: number;
  /** integer */
  approvedAtMs: number;
  tokens?: DeviceTokenView[];
}

export interface PairedNode {
  nodeId: string;
  token: string;
  displayName?: string;
  platform?: string;
  version?: string;
  coreVersion?: string;
  uiVersion?: string;
  deviceFamily?: string;
  modelIdentifier?: string;
  caps?: string[];
  commands?: string[];
  bins?: string[];
  permissions?: Record<string, boolean>;
  remoteIp?: string;
  /** integer */
  createdAtMs: number;
  /** integer */
  approvedAtMs: number;
  /** integer */
  lastConnectedAtMs?: number;
  [member: string]: unknown;
}

export interface PendingDevice {
  requestId: string;
  deviceId: string;
  publicKey: string;
  displayName?: string;
  platform?: string;
  clientId?: string;
  clientMode?: string;
  role?: string;
  roles?: string[];
  scopes?: string[];
  remoteIp?: string;
  silent?: boolean;
  isRepair?: boolean;
  /** integer */
  ts: number;
}

export interface PendingNode {
  requestId: string;
  nodeId: string;
  displayName?: string;
  platform?: string;
  version?: string;
  coreVersion?: string;
  uiVersion?: string;
  deviceFamily?: string;
  modelIdentifier?: string;
  caps?: string[];
  commands?: string[];
  remoteIp?: string;
  silent?: boolean;
  isRepair?: boolean;
  /** integer */
  ts: number;
}

export interface PollParams {
  /** >= 1 characters */
  to: string;
  /** >= 1 characters */
  question: string;
  /** 2..12 items, each >= 1 characters */
  options: string[];
  /** 1..12 integer */
  maxSelections?: number;
  /** >= 1 integer */
  durationHours?: number;
  channel?: string;
  accountId?: string;
  /** >= 1 characters */
  idempotencyKey: string;
}

export interface PollResult {
  runId: string;
  messageId: string;
  channel: string;
  toJid?: string;
  channelId?: string;
  conversationId?: string;
  pollId?: string;
}

export interface PresenceEntry {
  host?: string;
  ip?: string;
  version?: string;
  platform?: string;
  deviceFamily?: string;
  modelIdentifier?: string;
  mode?: string;
  /** >= 0 integer */
  lastInputSeconds?: number;
  deviceId?: string;
  roles?: string[];
  scopes?: string[];
  instanceId?: string;
  reason?: string;
  text?: string;
  /** integer */
  ts: number;
  tags?: string[];
}

export interface PresenceEvent {
  presence: PresenceEntry[];
}

export interface ProviderUsage {
  provider: string;
  displayName: string;
  windows: UsageWindow[];
  plan?: string;
  error?: string;
}

export interface QueueCounts {
  /** integer */
  inbox: number;
  /** integer */
  outbox: number;
  /** integer */
  failed: number;
  /** integer */
  uncertain: number;
}

export interface QueueEntry {
  box: "inbox" | "outbox";
  /** integer */
  id: number;
  channel: string;
  accountId: string;
  chatId: string;
  state: string;
  /** integer */
  attempts: number;
  /** integer */
  createdAt: number;
  /** integer */
  nextAttemptAt: number | null;
  detail?: string;
}

export interface RecentSession {
  key: string;
  /** integer */
  updatedAt: number | null;
  /** integer */
  age: number | null;
}

export interface RequestFrame {
  type: "req";
  /** >= 1 characters */
  id: string;
  /** >= 1 characters */
  method: string;
  params?: unknown;
  /** >= 1 characters */
  traceparent?: string;
  /** >= 1 characters */
  expectedProfileId?: string;
}

export interface ResponseFrame {
  type: "res";
  /** >= 1 characters */
  id: string;
  ok: boolean;
  payload?: unknown;
  error?: GatewayError;
}

export interface RestartNote {
  kind: "config-apply" | "update" | "restart";
  status: "ok" | "error" | "skipped";
  /** integer */
  ts: number;
  sessionKey?: string;
  deliveryContext?: DeliveryContext;
  threadId?: string | number;
  message: string | null;
  doctorHint?: string;
  stats?: RestartStats;
}

export interface RestartSchedule {
  ok: boolean;
  /** integer */
  pid: number;
  signal: string;
  /** integer */
  delayMs: number;
  reason?: string;
  mode: "emit" | "signal";
}

export interface RestartSentinel {
  path: string | null;
  payload: RestartNote;
}

export interface RestartStats {
  mode?: string;
  root?: string;
  before?: unknown;
  after?: unknown;
  steps?: unknown;
  reason?: string;
  /** integer */
  durationMs?: number;
}

export interface SendParams {
  /** >= 1 characters */
  to: string;
  /** >= 1 characters */
  message: string;
  mediaUrl?: string;
  mediaUrls?: string[];
  gifPlayback?: boolean;
  channel?: string;
  accountId?: string;
  sessionKey?: string;
  /** >= 1 characters */
  idempotencyKey: string;
}

export interface SendResult {
  runId: string;
  messageId: string;
  channel: string;
  chatId?: string;
  channelId?: string;
  toJid?: string;
  conversationId?: string;
}

export interface SessionDefaults {
  modelProvider: string | null;
  model: string | null;
  /** integer */
  contextTokens: number | null;
}

export interface SessionEntry {
  sessionId?: string;
  /** integer */
  updatedAt?: number;
  systemSent?: boolean;
  abortedLastRun?: boolean;
  chatType?: string;
  deliveryContext?: DeliveryContext;
  lastChannel?: string;
  lastTo?: string;
  lastAccountId?: string;
  lastThreadId?: string | number;
  origin?: SessionOrigin;
  sessionFile?: string;
  /** integer */
  compactionCount?: number;
  skillsSnapshot?: unknown;
  /** integer */
  inputTokens?: number;
  /** integer */
  outputTokens?: number;
  /** integer */
  totalTokens?: number;
  modelProvider?: string;
  model?: string;
  /** integer */
  contextTokens?: number;
  systemPromptReport?: unknown;
  label?: string;
  thinkingLevel?: string;
  verboseLevel?: string;
  reasoningLevel?: string;
  responseUsage?: string;
  elevatedLevel?: string;
  execHost?: string;
  execSecurity?: string;
  execAsk?: string;
  execNode?: string;
  providerOverride?: string;
  modelOverride?: string;
  authProfileOverride?: string;
  authProfileOverrideSource?: string;
  /** integer */
  authProfileOverrideCompactionCount?: number;
  spawnedBy?: string;
  sendPolicy?: string;
  groupActivation?: string;
  groupActivationNeedsSystemIntro?: boolean;
  queueMode?: string;
  /** integer */
  queueDebounceMs?: number;
  /** integer */
  queueCap?: number;
  queueDrop?: string;
  displayName?: string;
  channel?: string;
  groupId?: string;
  subject?: string;
  groupChannel?: string;
  space?: string;
  cliSessionIds?: Record<string, string>;
  claudeCliSessionId?: string;
  /** integer */
  memoryFlushAt?: number;
  /** integer */
  memoryFlushCompactionCount?: number;
  ttsAuto?: string;
  lastHeartbeatText?: string;
  /** integer */
  lastHeartbeatSentAt?: number;
  [member: string]: unknown;
}

export interface SessionOrigin {
  label?: string;
  provider?: string;
  surface?: string;
  chatType?: string;
  from?: string;
  to?: string;
  accountId?: string;
  threadId?: string | number;
}

export interface SessionPreview {
  key: string;
  status: "ok" | "empty" | "missing" | "error";
  items: SessionPreviewItem[];
}

export interface SessionPreviewItem {
  role: "user" | "assistant" | "system" | "tool" | "other";
  text: string;
}

export interface SessionRow {
  key: string;
  kind: "direct" | "group" | "global" | "unknown";
  label?: string;
  displayName?: string;
  channel?: string;
  subject?: string;
  groupChannel?: string;
  space?: string;
  chatType?: string;
  origin?: SessionOrigin;
  /** integer */
  updatedAt: number | null;
  sessionId?: string;
  systemSent?: boolean;
  abortedLastRun?: boolean;
  thinkingLevel?: string;
  verboseLevel?: string;
  reasoningLevel?: string;
  elevatedLevel?: string;
  sendPolicy?: string;
  /** integer */
  inputTokens?: number;
  /** integer */
  outputTokens?: number;
  /** integer */
  totalTokens?: number;
  responseUsage?: string;
  modelProvider?: string;
  model?: string;
  /** integer */
  contextTokens?: number;
  deliveryContext?: DeliveryContext;
  lastChannel?: string;
  lastTo?: string;
  lastAccountId?: string;
  derivedTitle?: string;
  lastMessagePreview?: string;
}

export interface SessionsCompactParams {
  /** >= 1 characters */
  key: string;
  /** >= 1 integer */
  maxLines?: number;
}

export interface SessionsCompactResult {
  ok: boolean;
  key: string;
  compacted: boolean;
  reason?: string;
  archived?: string;
  /** integer */
  kept?: number;
}

export interface SessionsDeleteParams {
  /** >= 1 characters */
  key: string;
  deleteTranscript?: boolean;
}

export interface SessionsDeleteResult {
  ok: boolean;
  key: string;
  deleted: boolean;
  archived: string[];
}

export interface SessionsGlance {
  path: string;
  /** integer */
  count: number;
  recent: RecentSession[];
}

export interface SessionsListParams {
  /** >= 1 integer */
  limit?: number;
  /** >= 1 integer */
  activeMinutes?: number;
  includeGlobal?: boolean;
  includeUnknown?: boolean;
  includeDerivedTitles?: boolean;
  includeLastMessage?: boolean;
  /** 1..64 characters */
  label?: string;
  /** >= 1 characters */
  spawnedBy?: string;
  /** >= 1 characters */
  agentId?: string;
  search?: string;
}

export interface SessionsListResult {
  /** integer */
  ts: number;
  path: string;
  /** integer */
  count: number;
  defaults: SessionDefaults;
  sessions: SessionRow[];
}

export interface SessionsPatchParams {
  /** >= 1 characters */
  key: string;
  /** 1..64 characters */
  label?: string | null;
  /** >= 1 characters */
  thinkingLevel?: string | null;
  /** >= 1 characters */
  verboseLevel?: string | null;
  /** >= 1 characters */
  reasoningLevel?: string | null;
  responseUsage?: "off" | "tokens" | "full" | "on" | null;
  /** >= 1 characters */
  elevatedLevel?: string | null;
  /** >= 1 characters */
  execHost?: string | null;
  /** >= 1 characters */
  execSecurity?: string | null;
  /** >= 1 characters */
  execAsk?: string | null;
  /** >= 1 characters */
  execNode?: string | null;
  /** >= 1 characters */
  model?: string | null;
  /** >= 1 characters */
  spawnedBy?: string | null;
  sendPolicy?: "allow" | "deny" | null;
  groupActivation?: "mention" | "always" | null;
}

export interface SessionsPatchResult {
  ok: boolean;
  path: string;
  key: string;
  entry: SessionEntry;
}

export interface SessionsPreviewParams {
  /** >= 1 items, each >= 1 characters */
  keys: string[];
  /** >= 1 integer */
  limit?: number;
  /** >= 20 integer */
  maxChars?: number;
}

export interface SessionsPreviewResult {
  /** integer */
  ts: number;
  previews: SessionPreview[];
}

export interface SessionsResetParams {
  /** >= 1 characters */
  key: string;
}

export interface SessionsResetResult {
  ok: boolean;
  key: string;
  entry: SessionEntry;
}

export interface SessionsResolveParams {
  /** >= 1 characters */
  key?: string;
  /** >= 1 characters */
  sessionId?: string;
  /** 1..64 characters */
  label?: string;
  /** >= 1 characters */
  agentId?: string;
  /** >= 1 characters */
  spawnedBy?: string;
  includeGlobal?: boolean;
  includeUnknown?: boolean;
}

export interface SessionsResolveResult {
  ok: boolean;
  key: string;
}

export interface SetHeartbeatsParams {
  enabled?: boolean;
  [member: string]: unknown;
}

export interface SetHeartbeatsResult {
  ok: boolean;
  enabled: boolean;
}

export interface ShutdownEvent {
  reason: string;
  /** integer */
  restartExpectedMs?: number | null;
}

export interface SkillConfig {
  enabled?: boolean;
  apiKey?: string;
  env?: Record<string, string>;
  config?: unknown;
  [member: string]: unknown;
}

export interface SkillConfigCheck {
  path: string;
  value?: unknown;
  satisfied: boolean;
}

export interface SkillInstallOption {
  id: string;
  kind: "brew" | "node" | "go" | "uv" | "download";
  label: string;
  bins: string[];
}

export interface SkillNeeds {
  bins: string[];
  anyBins: string[];
  env: string[];
  config: string[];
  os: string[];
}

export interface SkillStatus {
  name: string;
  description: string;
  source: string;
  filePath: string;
  baseDir: string;
  skillKey: string;
  primaryEnv?: string;
  emoji?: string;
  homepage?: string;
  always: boolean;
  disabled: boolean;
  blockedByAllowlist: boolean;
  eligible: boolean;
  requirements: SkillNeeds;
  missing: SkillNeeds;
  configChecks: SkillConfigCheck[];
  install: SkillInstallOption[];
}

export interface SkillsBinsResult {
  bins: string[];
}

export interface SkillsInstallParams {
  /** >= 1 characters */
  name: string;
  /** >= 1 characters */
  installId: string;
  /** >= 1000 integer */
  timeoutMs?: number;
}

export interface SkillsInstallResult {
  ok: boolean;
  message: string;
  stdout: string;
  stderr: string;
  /** integer */
  code: number | null;
}

export interface SkillsStatusResult {
  workspaceDir: string;
  managedSkillsDir: string;
  skills: SkillStatus[];
}

export interface SkillsUpdateParams {
  /** >= 1 characters */
  skillKey: string;
  enabled?: boolean;
  apiKey?: string;
  env?: Record<string, string>;
}

export interface SkillsUpdateResult {
  ok: boolean;
  skillKey: string;
  config: SkillConfig;
}

export interface StateVersion {
  /** integer */
  presence: number;
  /** integer */
  health: number;
}

export interface StatusAgentSessions {
  agentId: string;
  path: string;
  /** integer */
  count: number;
  recent: StatusSession[];
}

export interface StatusHeartbeat {
  defaultAgentId: string;
  agents: StatusHeartbeatAgent[];
}

export interface StatusHeartbeatAgent {
  agentId: string;
  enabled: boolean;
  every: string;
  /** integer */
  everyMs: number | null;
}

export interface StatusResult {
  linkChannel?: LinkChannel;
  heartbeat: StatusHeartbeat;
  channelSummary: string[];
  queuedSystemEvents: string[];
  sessions: StatusSessions;
}

export interface StatusSession {
  agentId?: string;
  key: string;
  kind: "direct" | "group" | "global" | "unknown";
  sessionId?: string;
  /** integer */
  updatedAt: number | null;
  /** integer */
  age: number | null;
  thinkingLevel?: string;
  verboseLevel?: string;
  reasoningLevel?: string;
  elevatedLevel?: string;
  systemSent?: boolean;
  abortedLastRun?: boolean;
  /** integer */
  inputTokens?: number;
  /** integer */
  outputTokens?: number;
  /** integer */
  totalTokens: number | null;
  /** integer */
  remainingTokens: number | null;
  /** integer */
  percentUsed: number | null;
  model: string | null;
  /** integer */
  contextTokens: number | null;
  flags: string[];
}

export interface StatusSessionDefaults {
  model: string | null;
  /** integer */
  contextTokens: number | null;
}

export interface StatusSessions {
  paths: string[];
  /** integer */
  count: number;
  defaults: StatusSessionDefaults;
  recent: StatusSession[];
  byAgent: StatusAgentSessions[];
}

export interface SystemEventParams {
  text?: string;
  deviceId?: string;
  instanceId?: string;
  host?: string;
  ip?: string;
  mode?: string;
  version?: string;
  platform?: string;
  deviceFamily?: string;
  modelIdentifier?: string;
  lastInputSeconds?: number;
  reason?: string;
  roles?: string[];
  scopes?: string[];
  tags?: string[];
  [member: string]: unknown;
}

export interface TalkModeEvent {
  enabled: boolean;
  phase: string | null;
  /** integer */
  ts: number;
}

export interface TalkModeParams {
  enabled: boolean;
  phase?: string;
}

export interface TalkModeResult {
  enabled: boolean;
  phase: string | null;
  /** integer */
  ts: number;
}

export interface TickEvent {
  /** integer */
  ts: number;
}

export interface TranscriptCost {
  input: number;
  output: number;
  cacheRead: number;
  cacheWrite: number;
  total: number;
}

export interface TranscriptMessage {
  role: string;
  toolCallId?: string;
  toolName?: string;
  content?: string | ContentPart[];
  details?: unknown;
  isError?: boolean;
  api?: string;
  provider?: string;
  model?: string;
  usage?: TranscriptUsage;
  stopReason?: string;
  /** integer */
  timestamp?: number;
  errorMessage?: string;
  [member: string]: unknown;
}

export interface TranscriptUsage {
  /** integer */
  input: number;
  /** integer */
  output: number;
  /** integer */
  cacheRead?: number;
  /** integer */
  cacheWrite?: number;
  /** integer */
  totalTokens: number;
  cost?: TranscriptCost;
  [member: string]: unknown;
}

export interface TtsConvertParams {
  text?: string;
  channel?: string;
  [member: string]: unknown;
}

export interface TtsConvertResult {
  audioPath: string;
  provider: string;
  outputFormat: string;
  voiceCompatible: boolean;
}

export interface TtsDisableResult {
  enabled: boolean;
}

export interface TtsEnableResult {
  enabled: boolean;
}

export interface TtsProvider {
  id: "openai" | "elevenlabs" | "edge";
  name: string;
  configured: boolean;
  models: string[];
  voices?: string[];
}

export interface TtsProvidersResult {
  providers: TtsProvider[];
  active: string;
}

export interface TtsSetProviderParams {
  provider?: string;
  [member: string]: unknown;
}

export interface TtsSetProviderResult {
  provider: string;
}

export interface TtsStatusResult {
  enabled: boolean;
  auto: string;
  provider: string;
  fallbackProvider: string | null;
  fallbackProviders: string[];
  prefsPath: string;
  hasOpenAIKey: boolean;
  hasElevenLabsKey: boolean;
  edgeEnabled: boolean;
}

export interface UpdateOutcome {
  status: "ok" | "error" | "skipped";
  mode: string;
  root?: string;
  reason?: string;
  before?: unknown;
  after?: unknown;
  steps: unknown;
  /** integer */
  durationMs: number;
}

export interface UpdateRunParams {
  sessionKey?: string;
  note?: string;
  /** >= 0 integer */
  restartDelayMs?: number;
  /** >= 1 integer */
  timeoutMs?: number;
}

export interface UpdateRunResult {
  ok: boolean;
  result: UpdateOutcome;
  restart: RestartSchedule;
  sentinel: RestartSentinel;
}

export interface UsageCostParams {
  days?: unknown;
  [member: string]: unknown;
}

export interface UsageCostResult {
  /** integer */
  updatedAt: number;
  /** integer */
  days: number;
  daily: UsageDay[];
  totals: UsageTotals;
}

export interface UsageDay {
  date: string;
  /** integer */
  input: number;
  /** integer */
  output: number;
  /** integer */
  cacheRead: number;
  /** integer */
  cacheWrite: number;
  /** integer */
  totalTokens: number;
  totalCost: number;
  /** integer */
  missingCostEntries: number;
}

export interface UsageStatusResult {
  /** integer */
  updatedAt: number;
  providers: ProviderUsage[];
}

export interface UsageTotals {
  /** integer */
  input: number;
  /** integer */
  output: number;
  /** integer */
  cacheRead: number;
  /** integer */
  cacheWrite: number;
  /** integer */
  totalTokens: number;
  totalCost: number;
  /** integer */
  missingCostEntries: number;
}

export interface UsageWindow {
  label: string;
  usedPercent: number;
  /** integer */
  resetAt?: number;
}

export interface VoiceWakeChangedEvent {
  triggers: string[];
}

export interface VoiceWakeGetResult {
  triggers: string[];
}

export interface VoiceWakeSetParams {
  triggers?: unknown;
  [member: string]: unknown;
}

export interface VoiceWakeSetResult {
  triggers: string[];
}

export interface WakeParams {
  mode: "now" | "next-heartbeat";
  /** >= 1 characters */
  text: string;
}

export interface WebLoginStartParams {
  force?: boolean;
  /** >= 0 integer */
  timeoutMs?: number;
  verbose?: boolean;
  accountId?: string;
  phone?: string;
}

export interface WebLoginStartResult {
  message: string;
  qrDataUrl?: string;
  qr?: string;
  pairingCode?: string;
}

export interface WebLoginWaitParams {
  /** >= 0 integer */
  timeoutMs?: number;
  accountId?: string;
}

export interface WebLoginWaitResult {
  connected: boolean;
  message: string;
  pending?: boolean;
}

export interface WizardAnswer {
  /** >= 1 characters */
  stepId: string;
  value?: unknown;
}

export interface WizardCancelParams {
  /** >= 1 characters */
  sessionId: string;
}

export interface WizardCancelResult {
  status: "running" | "done" | "cancelled" | "error";
  error?: string;
}

export interface WizardNextParams {
  /** >= 1 characters */
  sessionId: string;
  answer?: WizardAnswer;
}

export interface WizardNextResult {
  done: boolean;
  step?: WizardStep;
  status?: "running" | "done" | "cancelled" | "error";
  error?: string;
}

export interface WizardOption {
  value: unknown;
  label: string;
  hint?: string;
}

export interface WizardStartParams {
  mode?: "local" | "remote";
  workspace?: string;
}

export interface WizardStartResult {
  sessionId: string;
  done: boolean;
  step?: WizardStep;
  status?: "running" | "done" | "cancelled" | "error";
  error?: string;
}

export interface WizardStatusParams {
  /** >= 1 characters */
  sessionId: string;
}

export interface WizardStatusResult {
  status: "running" | "done" | "cancelled" | "error";
  error?: string;
}

export interface WizardStep {
  type: "note" | "select" | "text" | "confirm" | "multiselect" | "progress" | "action";
  title?: string;
  message?: string;
  options?: WizardOption[];
  initialValue?: unknown;
  placeholder?: string;
  sensitive?: boolean;
  executor?: "gateway" | "client";
  id: string;
}

export type Frame = RequestFrame | ResponseFrame | EventFrame;

/** Every method, by wire name. */
export interface GatewayMethods {
  /** State of the gateway, from cache unless probing is asked for. Needs operator.read. */
  "health": { params: HealthParams; result: HealthResult };
  /** The end of the log file, or what came after a cursor. Needs operator.read. */
  "logs.tail": { params: LogsTailParams; result: LogsTailResult };
  /** Live state of every channel account. Needs operator.read. */
  "channels.status": { params: ChannelsStatusParams; result: ChannelsStatusResult };
  /** Stops a channel account and removes its credentials. Needs operator.admin. */
  "channels.logout": { params: ChannelsLogoutParams; result: ChannelsLogoutResult };
  /** Heartbeats, channels and sessions at a glance. Needs operator.read. */
  "status": { params: AnyParams; result: StatusResult };
  /** Returns the allowances left at the providers. Needs operator.read. */
  "usage.status": { params: AnyParams; result: UsageStatusResult };
  /** Returns tokens and cost by day. Needs operator.read. */
  "usage.cost": { params: UsageCostParams; result: UsageCostResult };
  /** Returns how replies are spoken. Needs operator.read. */
  "tts.status": { params: AnyParams; result: TtsStatusResult };
  /** Lists who can speak. Needs operator.read. */
  "tts.providers": { params: AnyParams; result: TtsProvidersResult };
  /** Has replies spoken. Needs operator.write. */
  "tts.enable": { params: AnyParams; result: TtsEnableResult };
  /** Has replies not spoken. Needs operator.write. */
  "tts.disable": { params: AnyParams; result: TtsDisableResult };
  /** Speaks a text into a file. Needs operator.write. */
  "tts.convert": { params: TtsConvertParams; result: TtsConvertResult };
  /** Chooses who speaks. Needs operator.write. */
  "tts.setProvider": { params: TtsSetProviderParams; result: TtsSetProviderResult };
  /** Returns the config as written and as used. Needs operator.admin. */
  "config.get": { params: NoParams; result: ConfigGetResult };
  /** Replaces the config file. Needs operator.admin. */
  "config.set": { params: ConfigSetParams; result: ConfigSetResult };
  /** Replaces the config file and restarts. Needs operator.admin. */
  "config.apply": { params: ConfigApplyParams; result: ConfigApplyResult };
  /** Merges a change into the config file and restarts. Needs operator.admin. */
  "config.patch": { params: ConfigPatchParams; result: ConfigPatchResult };
  /** Returns the JSON Schema of the config with hints for forms. Needs operator.admin. */
  "config.schema": { params: NoParams; result: ConfigSchemaResult };
  /** Returns the rules of the gateway host. Needs operator.admin. */
  "exec.approvals.get": { params: NoParams; result: ExecApprovalsGetResult };
  /** Replaces the rules of the gateway host. Needs operator.admin. */
  "exec.approvals.set": { params: ExecApprovalsSetParams; result: ExecApprovalsSetResult };
  /** Returns the rules of a node. Needs operator.admin. */
  "exec.approvals.node.get": { params: ExecApprovalsNodeGetParams; result: unknown };
  /** Replaces the rules of a node. Needs operator.admin. */
  "exec.approvals.node.set": { params: ExecApprovalsNodeSetParams; result: unknown };
  /** Asks operators whether a command may run and waits for the answer. Needs operator.approvals. */
  "exec.approval.request": { params: ExecApprovalRequestParams; result: ExecApprovalRequestResult };
  /** Answers such a question. Needs operator.approvals. */
  "exec.approval.resolve": { params: ExecApprovalResolveParams; result: OkResult };
  /** Starts the wizard; only one runs at a time. Needs operator.admin. */
  "wizard.start": { params: WizardStartParams; result: WizardStartResult };
  /** Answers a step and waits for the next one. Needs operator.admin. */
  "wizard.next": { params: WizardNextParams; result: WizardNextResult };
  /** Ends the wizard. Needs operator.admin. */
  "wizard.cancel": { params: WizardCancelParams; result: WizardCancelResult };
  /** Tells where the wizard is. Needs operator.admin. */
  "wizard.status": { params: WizardStatusParams; result: WizardStatusResult };
  /** Tells everybody whether the assistant listens. Needs operator.write. */
  "talk.mode": { params: TalkModeParams; result: TalkModeResult };
  /** Lists the models that can be chosen. Needs operator.read. */
  "models.list": { params: NoParams; result: ModelsListResult };
  /** Every agent. Needs operator.read. */
  "agents.list": { params: NoParams; result: AgentsListResult };
  /** Lists skills and what they lack. Needs operator.read. */
  "skills.status": { params: NoParams; result: SkillsStatusResult };
  /** Lists the executables that skills use. Needs node. */
  "skills.bins": { params: NoParams; result: SkillsBinsResult };
  /** Installs what a skill needs. Needs operator.admin. */
  "skills.install": { params: SkillsInstallParams; result: SkillsInstallResult };
  /** Changes the config of a skill. Needs operator.admin. */
  "skills.update": { params: SkillsUpdateParams; result: SkillsUpdateResult };
  /** Updates the program and restarts. Needs operator.admin. */
  "update.run": { params: UpdateRunParams; result: UpdateRunResult };
  /** Returns the wake words. Needs operator.read. */
  "voicewake.get": { params: AnyParams; result: VoiceWakeGetResult };
  /** Sets the wake words. Needs operator.write. */
  "voicewake.set": { params: VoiceWakeSetParams; result: VoiceWakeSetResult };
  /** Lists sessions, newest first. Needs operator.read. */
  "sessions.list": { params: SessionsListParams; result: SessionsListResult };
  /** Returns the last messages of several sessions, shortened. Needs operator.read. */
  "sessions.preview": { params: SessionsPreviewParams; result: SessionsPreviewResult };
  /** Changes settings of a session; creates it when missing. Needs operator.admin. */
  "sessions.patch": { params: SessionsPatchParams; result: SessionsPatchResult };
  /** Starts a new transcript under the same key and keeps the preferences. Needs operator.admin. */
  "sessions.reset": { params: SessionsResetParams; result: SessionsResetResult };
  /** Deletes a session and puts its transcript aside. Needs operator.admin. */
  "sessions.delete": { params: SessionsDeleteParams; result: SessionsDeleteResult };
  /** Keeps only the last lines of a transcript. Needs operator.admin. */
  "sessions.compact": { params: SessionsCompactParams; result: SessionsCompactResult };
  /** The last heartbeat, or null before the first. Needs operator.read. */
  "last-heartbeat": { params: AnyParams; result: HeartbeatEvent | null };
  /** Switches all heartbeats on or off until the next start. Needs operator.admin. */
  "set-heartbeats": { params: SetHeartbeatsParams; result: SetHeartbeatsResult };
  /** Gives the agent a line to look at, now or at the next heartbeat. Needs operator.write. */
  "wake": { params: WakeParams; result: OkResult };
  /** Asks for a node to be paired. Needs operator.pairing. */
  "node.pair.request": { params: NodePairRequestParams; result: NodePairRequestResult };
  /** Lists paired nodes and open pairing requests. Needs operator.pairing. */
  "node.pair.list": { params: NoParams; result: NodePairListResult };
  /** Approves a node and gives it a new token. Needs operator.pairing. */
  "node.pair.approve": { params: NodePairApproveParams; result: NodePairApproveResult };
  /** Rejects a node. Needs operator.pairing. */
  "node.pair.reject": { params: NodePairRejectParams; result: NodePairRejectResult };
  /** Checks the token of a paired node. Needs operator.pairing. */
  "node.pair.verify": { params: NodePairVerifyParams; result: NodePairVerifyResult };
  /** Lists paired devices and open pairing requests. Needs operator.pairing. */
  "device.pair.list": { params: NoParams; result: DevicePairListResult };
  /** Approves a pairing request. Needs operator.pairing. */
  "device.pair.approve": { params: DevicePairApproveParams; result: DevicePairApproveResult };
  /** Rejects a pairing request. Needs operator.pairing. */
  "device.pair.reject": { params: DevicePairRejectParams; result: DevicePairRejectResult };
  /** Gives a device a new token for a role. Needs operator.pairing. */
  "device.token.rotate": { params: DeviceTokenRotateParams; result: DeviceTokenRotateResult };
  /** Revokes the token of a device for a role. Needs operator.pairing. */
  "device.token.revoke": { params: DeviceTokenRevokeParams; result: DeviceTokenRevokeResult };
  /** Renames a node. Needs operator.pairing. */
  "node.rename": { params: NodeRenameParams; result: NodeRenameResult };
  /** Lists paired and connected nodes. Needs operator.read. */
  "node.list": { params: NoParams; result: NodeListResult };
  /** Describes one node. Needs operator.read. */
  "node.describe": { params: NodeDescribeParams; result: NodeDescribeResult };
  /** Runs a command on a connected node and waits for its answer. Needs operator.write. */
  "node.invoke": { params: NodeInvokeParams; result: NodeInvokeResult };
  /** A node answers a command. Needs node. */
  "node.invoke.result": { params: NodeInvokeResultParams; result: NodeInvokeResultResult };
  /** A node reports something. Needs node. */
  "node.event": { params: NodeEventParams; result: NodeEventResult };
  /** Lists jobs by next run. Needs operator.read. */
  "cron.list": { params: CronListParams; result: CronListResult };
  /** Tells whether the scheduler runs and when it wakes next. Needs operator.read. */
  "cron.status": { params: NoParams; result: CronStatusResult };
  /** Adds a job. Needs operator.admin. */
  "cron.add": { params: CronAddParams; result: CronJob };
  /** Changes a job. Needs operator.admin. */
  "cron.update": { params: CronUpdateParams; result: CronJob };
  /** Removes a job. Needs operator.admin. */
  "cron.remove": { params: CronRemoveParams; result: CronRemoveResult };
  /** Runs a job now. Needs operator.admin. */
  "cron.run": { params: CronRunParams; result: CronRunResult };
  /** Returns the run log of a job. Needs operator.read. */
  "cron.runs": { params: CronRunsParams; result: CronRunsResult };
  /** Everybody who is there, newest first. Needs operator.read. */
  "system-presence": { params: AnyParams; result: PresenceEntry[] };
  /** Reports presence and queues a line for the next prompt. Needs operator.admin. */
  "system-event": { params: SystemEventParams; result: OkResult };
  /** Sends a message through a channel. Needs operator.write. */
  "send": { params: SendParams; result: SendResult };
  /** Runs an agent once; answers when accepted and again when done. Needs operator.write. */
  "agent": { params: AgentParams; result: AgentResult };
  /** Name and avatar of an agent. Needs operator.read. */
  "agent.identity.get": { params: AgentIdentityGetParams; result: AgentIdentityGetResult };
  /** Waits for the end of a run. Needs operator.write. */
  "agent.wait": { params: AgentWaitParams; result: AgentWaitResult };
  /** Sends a request to the browser service. Needs operator.write. */
  "browser.request": { params: BrowserRequestParams; result: unknown };
  /** The end of a transcript. Needs operator.read. */
  "chat.history": { params: ChatHistoryParams; result: ChatHistoryResult };
  /** Stops running replies. Needs operator.write. */
  "chat.abort": { params: ChatAbortParams; result: ChatAbortResult };
  /** Says something in a session; the reply arrives as events. Needs operator.write. */
  "chat.send": { params: ChatSendParams; result: ChatSendResult };
  /** Opens the conversation; valid as the first request only. Needs operator.admin. */
  "connect": { params: ConnectParams; result: HelloOk };
  /** Sends a poll through a channel. Needs operator.admin. */
  "poll": { params: PollParams; result: PollResult };
  /** Adds an assistant message to a transcript. Needs operator.admin. */
  "chat.inject": { params: ChatInjectParams; result: ChatInjectResult };
  /** Finds the canonical key of a session by key, session id or label. Needs operator.admin. */
  "sessions.resolve": { params: SessionsResolveParams; result: SessionsResolveResult };
  /** Starts linking and returns the code to scan. Needs operator.admin. */
  "web.login.start": { params: WebLoginStartParams; result: WebLoginStartResult };
  /** Waits until the code was scanned. Needs operator.admin. */
  "web.login.wait": { params: WebLoginWaitParams; result: WebLoginWaitResult };
  /** Lists what waits in the journal of messages; tries failed sends anew or removes entries. Needs operator.read. */
  "channels.queue": { params: ChannelsQueueParams; result: ChannelsQueueResult };
  /** Does something on a channel: sends, reacts, edits, deletes. Needs operator.write. */
  "message.action": { params: MessageActionParams; result: MessageActionResult };
}

/** Every event, by wire name. */
export interface GatewayEvents {
  /** The nonce to sign; the first frame of every socket. */
  "connect.challenge": ChallengePayload;
  /** Progress of an agent run. */
  "agent": AgentEvent;
  /** A run as a conversation sees it. Deltas alone may be skipped for a slow client. */
  "chat": ChatEvent;
  /** Everybody who is there. */
  "presence": PresenceEvent;
  /** The gateway is alive. */
  "tick": TickEvent;
  /** Talk mode was switched. */
  "talk.mode": TalkModeEvent;
  /** The gateway is about to stop or restart. */
  "shutdown": ShutdownEvent;
  /** A health refresh finished. */
  "health": HealthResult;
  /** A heartbeat ran. */
  "heartbeat": HeartbeatEvent;
  /** A scheduled job changed or ran. */
  "cron": CronEvent;
  /** A node asks to be paired. */
  "node.pair.requested": PendingNode;
  /** A node pairing was decided. */
  "node.pair.resolved": NodePairResolvedEvent;
  /** A command for this node. */
  "node.invoke.request": NodeInvokeRequestEvent;
  /** A device asks to be paired. */
  "device.pair.requested": PendingDevice;
  /** A device pairing was decided. */
  "device.pair.resolved": DevicePairResolvedEvent;
  /** The wake words changed. */
  "voicewake.changed": VoiceWakeChangedEvent;
  /** A command waits for approval. */
  "exec.approval.requested": ExecApprovalRequestedEvent;
  /** A command approval was decided. */
  "exec.approval.resolved": ExecApprovalResolvedEvent;
}

export type MethodName = keyof GatewayMethods;
export type EventName = keyof GatewayEvents;
