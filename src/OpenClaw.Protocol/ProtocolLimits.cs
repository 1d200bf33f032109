namespace OpenClaw.Protocol;

/// <summary>The numbers of the protocol (spec 01 §10), with the values we chose where the reference is at fault.</summary>
public static class ProtocolLimits
{
    /// <summary>Protocol of the 2026.1 clients.</summary>
    public const int MinProtocol = 3;

    /// <summary>Protocol of the 2026.9 clients.</summary>
    public const int MaxProtocol = 4;

    /// <summary>Milliseconds from open to a successful connect.</summary>
    public const int HandshakeTimeoutMs = 10_000;

    /// <summary>Largest message before connect, in bytes. Nobody unauthenticated gets to fill memory.</summary>
    public const int MaxPreConnectPayload = 64 * 1024;

    /// <summary>
    /// Largest message after connect, in bytes, advertised as <c>policy.maxPayload</c>. The reference stops at 512 KiB, which
    /// cannot carry the 5 MB attachments it documents; clients of both eras accept this value.
    /// </summary>
    public const int MaxPayload = 25 * 1024 * 1024;

    /// <summary>Unsent bytes at which a connection counts as slow.</summary>
    public const int MaxBufferedBytes = 1_572_864;

    /// <summary>Deepest nesting of a frame. Deeper input is refused before anything walks it.</summary>
    public const int MaxDepth = 64;

    /// <summary>Milliseconds between ticks.</summary>
    public const int TickIntervalMs = 30_000;

    /// <summary>Milliseconds between health refreshes, and how long a result counts as fresh.</summary>
    public const int HealthRefreshMs = 60_000;

    /// <summary>Largest difference between <c>device.signedAt</c> and our clock, in milliseconds.</summary>
    public const int SignatureSkewMs = 600_000;

    /// <summary>Milliseconds a pairing request stays open.</summary>
    public const int PendingPairingTtlMs = 300_000;

    /// <summary>Milliseconds a presence entry lives without a refresh.</summary>
    public const int PresenceTtlMs = 300_000;

    /// <summary>Most presence entries.</summary>
    public const int MaxPresenceEntries = 200;

    /// <summary>Milliseconds an idempotency key is remembered.</summary>
    public const int DedupeTtlMs = 300_000;

    /// <summary>Most idempotency keys remembered.</summary>
    public const int MaxDedupeEntries = 1_000;

    /// <summary>Milliseconds between sweeps of the idempotency keys.</summary>
    public const int DedupeSweepMs = 60_000;

    /// <summary>Shortest time between two chat deltas of one run, in milliseconds.</summary>
    public const int ChatDeltaIntervalMs = 150;

    /// <summary>Milliseconds an aborted run is remembered.</summary>
    public const int AbortedRunTtlMs = 3_600_000;

    /// <summary>Milliseconds a finished run is remembered for <c>agent.wait</c>.</summary>
    public const int FinishedRunTtlMs = 600_000;

    /// <summary>Default timeout of <c>agent.wait</c>, in milliseconds.</summary>
    public const int AgentWaitTimeoutMs = 30_000;

    /// <summary>Default timeout of a run, in seconds.</summary>
    public const int AgentTimeoutSeconds = 600;

    /// <summary>Default timeout of <c>node.invoke</c>, in milliseconds.</summary>
    public const int NodeInvokeTimeoutMs = 30_000;

    /// <summary>Default time to decide an exec approval, in milliseconds.</summary>
    public const int ExecApprovalTimeoutMs = 120_000;

    /// <summary>Largest <c>chat.history</c> answer, in bytes.</summary>
    public const int MaxHistoryBytes = 6_291_456;

    /// <summary>Messages in a <c>chat.history</c> answer when no limit is given.</summary>
    public const int DefaultHistoryMessages = 200;

    /// <summary>Most messages in a <c>chat.history</c> answer.</summary>
    public const int MaxHistoryMessages = 1_000;

    /// <summary>Largest attachment, decoded, in bytes.</summary>
    public const int MaxAttachmentBytes = 5_000_000;

    /// <summary>Longest close reason, in UTF-8 bytes; cut at a character boundary.</summary>
    public const int MaxCloseReasonBytes = 120;

    /// <summary>Longest error text made from an exception, in characters, before <c>...</c> is added.</summary>
    public const int MaxErrorText = 240;

    /// <summary>Delay before a requested restart, in milliseconds.</summary>
    public const int RestartDelayMs = 2_000;

    /// <summary>Longest delay before a requested restart, in milliseconds.</summary>
    public const int MaxRestartDelayMs = 60_000;

    /// <summary>Milliseconds after the delay during which a restart signal is accepted.</summary>
    public const int RestartGraceMs = 5_000;

    /// <summary>What the shutdown event promises before a restart, in milliseconds.</summary>
    public const int RestartExpectedMs = 1_500;

    /// <summary>Milliseconds the whole shutdown may take.</summary>
    public const int ShutdownTimeoutMs = 5_000;

    /// <summary>Client: milliseconds to wait for the challenge.</summary>
    public const int ClientChallengeWaitMs = 750;

    /// <summary>Client: first reconnect delay in milliseconds; doubles up to <see cref="ClientMaxBackoffMs"/>.</summary>
    public const int ClientBackoffMs = 1_000;

    /// <summary>Client: longest reconnect delay in milliseconds.</summary>
    public const int ClientMaxBackoffMs = 30_000;

    /// <summary>Client: default request timeout in milliseconds.</summary>
    public const int ClientRequestTimeoutMs = 10_000;
}
