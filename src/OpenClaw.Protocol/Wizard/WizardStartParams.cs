using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Wizard;

/// <summary>Params of <c>wizard.start</c>.</summary>
public sealed record WizardStartParams
{
    /// <summary>What to set up.</summary>
    [Values("local", "remote")]
    public string? Mode { get; init; }

    /// <summary>Workspace directory.</summary>
    public string? Workspace { get; init; }
}
