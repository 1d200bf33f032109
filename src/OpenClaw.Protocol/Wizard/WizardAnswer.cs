using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Wizard;

/// <summary>An answer to a step.</summary>
public sealed record WizardAnswer
{
    /// <summary>The step.</summary>
    [Size(Min = 1)]
    public required string StepId { get; init; }

    /// <summary>Text, boolean, option value or array of them.</summary>
    public JsonElement? Value { get; init; }
}
