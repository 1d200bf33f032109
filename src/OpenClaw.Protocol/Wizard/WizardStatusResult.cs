using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Wizard;

/// <summary>Result of <c>wizard.status</c>.</summary>
public sealed record WizardStatusResult
{
    /// <summary>Where the wizard is.</summary>
    [Values("running", "done", "cancelled", "error")]
    public required string Status { get; init; }

    /// <summary>Why it ended.</summary>
    public string? Error { get; init; }
}
