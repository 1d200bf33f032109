using OpenClaw.Channels.Access;
using OpenClaw.Channels.Inbound.Gating;
using OpenClaw.Channels.Inbound.History;
using OpenClaw.Channels.Inbound.Lines;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>A message that is answered, with what was found out about it.</summary>
internal sealed record Acceptance
{
    public required InboundBatch Batch { get; init; }

    public required GateDecision Gate { get; init; }

    /// <summary>What it says, in words.</summary>
    public required string Text { get; init; }

    public required GroupRules Rules { get; init; }

    /// <summary>What was said in the group before.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    public required OpenClawConfig Config { get; init; }

    public required ChannelAccountConfig Account { get; init; }
}
