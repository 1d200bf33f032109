namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>The offset file of the original (spec 10 §8.3).</summary>
internal sealed record UpdateOffset
{
    public int Version { get; set; } = 1;

    public long? LastUpdateId { get; set; }
}
