using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Usage;

/// <summary>Params of <c>usage.cost</c>.</summary>
[Open]
public sealed record UsageCostParams
{
    /// <summary>Number or numeric text; default 30, at least 1.</summary>
    public JsonElement? Days { get; init; }
}
