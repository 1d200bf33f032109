namespace OpenClaw.Protocol.Chat;

/// <summary>The message that was added.</summary>
public sealed record ChatInjectResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Transcript id of the message.</summary>
    public required string MessageId { get; init; }
}
