namespace OpenClaw.Channels.Media;

/// <summary>As what a file is sent (spec 10 §5.6).</summary>
public enum MediaKind
{
    /// <summary>A picture, moving ones too.</summary>
    Image,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>A film.</summary>
    Video,

    /// <summary>Everything else.</summary>
    Document,
}
