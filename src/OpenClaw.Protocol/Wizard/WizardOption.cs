using System.Text.Json;

namespace OpenClaw.Protocol.Wizard;

/// <summary>One choice.</summary>
public sealed record WizardOption
{
    /// <summary>What is answered.</summary>
    public required JsonElement Value { get; init; }

    /// <summary>What is shown.</summary>
    public required string Label { get; init; }

    /// <summary>What is shown beside it.</summary>
    public string? Hint { get; init; }
}
