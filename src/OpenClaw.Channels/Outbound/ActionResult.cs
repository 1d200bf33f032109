using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Outbound;

/// <summary>What became of an action.</summary>
/// <param name="Fault">Null when it was done.</param>
/// <param name="Result">What there is to say about it; null: nothing.</param>
public sealed record ActionResult(SendFault? Fault = null, JsonObject? Result = null)
{
    /// <summary>Done, nothing more to say.</summary>
    public static ActionResult Done { get; } = new();

    /// <summary>True when it was done.</summary>
    public bool Ok => Fault is null;
}
