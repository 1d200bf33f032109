using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Wizard;

/// <summary>Params of <c>wizard.next</c>.</summary>
public sealed record WizardNextParams
{
    /// <summary>The wizard.</summary>
    [Size(Min = 1)]
    public required string SessionId { get; init; }

    /// <summary>Answer; without one the step is repeated.</summary>
    public WizardAnswer? Answer { get; init; }
}
