namespace OpenClaw.Gateway.ControlPlane.Approvals;

/// <summary>How a question ended.</summary>
/// <param name="Decision">The decision; null when nobody decided in time, or the gateway stopped.</param>
/// <param name="By">Who decided.</param>
/// <param name="Dropped">True when the gateway stopped: then nothing runs, whatever the fallback says.</param>
public sealed record ApprovalOutcome(string? Decision, string? By = null, bool Dropped = false);
