namespace OpenClaw.Protocol.Voice;

/// <summary>Params of <c>talk.mode</c>.</summary>
public sealed record TalkModeParams
{
    /// <summary>Whether the assistant listens.</summary>
    public required bool Enabled { get; init; }

    /// <summary>What it is doing.</summary>
    public string? Phase { get; init; }
}
