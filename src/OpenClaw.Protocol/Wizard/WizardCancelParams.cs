using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Wizard;

/// <summary>Params of <c>wizard.cancel</c>.</summary>
public sealed record WizardCancelParams
{
    /// <summary>The wizard.</summary>
    [Size(Min = 1)]
    public required string SessionId { get; init; }
}
