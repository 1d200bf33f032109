using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>Payload of <c>agent</c>: progress of a run (spec 01 §13).</summary>
public sealed record AgentEvent
{
    /// <summary>Run.</summary>
    public required string RunId { get; init; }

    /// <summary>Selects the shape of <see cref="Data"/>.</summary>
    [Values("lifecycle", "assistant", "tool", "compaction", "error")]
    public required string Stream { get; init; }

    /// <summary>Lifecycle, assistant, tool, compaction or gap data.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>As the caller wrote it; absent when unknown.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Per run, from 1; absent on a gap notice.</summary>
    [Bounds(Min = 0)]
    public long? Seq { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long Ts { get; init; }
}
