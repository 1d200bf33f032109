namespace OpenClaw.Channels.Supervision;

/// <summary>Last traffic of an account.</summary>
/// <param name="LastInboundAt">Epoch milliseconds; null: none since the start.</param>
/// <param name="LastOutboundAt">Epoch milliseconds; null: none since the start.</param>
public readonly record struct AccountActivity(long? LastInboundAt, long? LastOutboundAt);
