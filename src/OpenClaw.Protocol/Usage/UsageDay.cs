using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Usage;

/// <summary>Tokens and cost of one day.</summary>
public sealed record UsageDay : UsageTotals
{
    /// <summary><c>YYYY-MM-DD</c>, local time.</summary>
    [JsonPropertyOrder(-1)]
    public required string Date { get; init; }
}
