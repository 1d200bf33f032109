using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Wizard;

/// <summary>Result of <c>wizard.start</c>.</summary>
public sealed record WizardStartResult
{
    /// <summary>UUID of this wizard.</summary>
    public required string SessionId { get; init; }

    /// <summary>Nothing is left to do.</summary>
    public required bool Done { get; init; }

    /// <summary>The step to answer.</summary>
    public WizardStep? Step { get; init; }

    /// <summary>Where the wizard is.</summary>
    [Values("running", "done", "cancelled", "error")]
    public string? Status { get; init; }

    /// <summary>Why it ended.</summary>
    public string? Error { get; init; }
}
