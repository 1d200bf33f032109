namespace OpenClaw.Protocol.Channels;

/// <summary>How to show one channel.</summary>
public sealed record ChannelMeta
{
    /// <summary>Channel.</summary>
    public required string Id { get; init; }

    /// <summary>Short name.</summary>
    public required string Label { get; init; }

    /// <summary>Long name.</summary>
    public required string DetailLabel { get; init; }

    /// <summary>Symbol name for Apple clients.</summary>
    public string? SystemImage { get; init; }
}
