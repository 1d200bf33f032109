using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Wizard;

/// <summary>Params of <c>wizard.status</c>.</summary>
public sealed record WizardStatusParams
{
    /// <summary>The wizard.</summary>
    [Size(Min = 1)]
    public required string SessionId { get; init; }
}
