namespace OpenClaw.Channels.Chunking;

/// <summary>How a long text becomes several messages (<c>channels.&lt;channel&gt;.chunkMode</c>).</summary>
public enum ChunkMode
{
    /// <summary>As few as the channel's limit allows.</summary>
    Length,

    /// <summary>One per paragraph.</summary>
    Newline,
}
