namespace OpenClaw.Channels.Media;

/// <summary>How large a file may be that goes out, in bytes (spec 10 §5.6).</summary>
public static class MediaLimits
{
    /// <summary>Of any file: what is fetched from an address is never larger.</summary>
    public const long Largest = 100 * Megabyte;

    private const long Megabyte = 1024 * 1024;

    /// <summary>What is sent as this kind; a picture over it is made smaller.</summary>
    public static long Of(MediaKind kind) => kind switch
    {
        MediaKind.Image => 6 * Megabyte,
        MediaKind.Audio or MediaKind.Video => 16 * Megabyte,
        _ => Largest,
    };
}
