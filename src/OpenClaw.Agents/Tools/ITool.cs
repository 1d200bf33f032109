namespace OpenClaw.Agents.Tools;

/// <summary>Something an agent can do (spec 09 §2). One instance serves all runs; what belongs to one use arrives with the call.</summary>
public interface ITool
{
    /// <summary>How the tool is described to models and people.</summary>
    ToolDefinition Definition { get; }

    /// <summary>
    /// Uses the tool. A failure the model can react to is a result (<see cref="ToolResult.Error"/>); exceptions are faults and end up as
    /// an error result too. Cancelled when the run is stopped or out of time.
    /// </summary>
    Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct);
}
