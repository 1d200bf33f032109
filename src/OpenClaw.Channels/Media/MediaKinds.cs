using OpenClaw.Storage.Media;

namespace OpenClaw.Channels.Media;

/// <summary>What the type of a file means for sending it (spec 10 §3.9, §5.6).</summary>
public static class MediaKinds
{
    private const string OpusOnWhatsApp = "audio/ogg; codecs=opus";

    /// <summary>As what a type is sent. Drawings (SVG) are no pictures to a messenger.</summary>
    public static MediaKind Of(string? mime) => FileTypes.Bare(mime) switch
    {
        null or "image/svg+xml" => MediaKind.Document,
        var type when type.StartsWith("image/", StringComparison.Ordinal) => MediaKind.Image,
        var type when type.StartsWith("audio/", StringComparison.Ordinal) => MediaKind.Audio,
        var type when type.StartsWith("video/", StringComparison.Ordinal) => MediaKind.Video,
        _ => MediaKind.Document,
    };

    /// <summary>True for a GIF, by type or name: it plays on Telegram and is a picture on WhatsApp.</summary>
    public static bool IsGif(string? mime, string? name) =>
        FileTypes.Bare(mime) == FileTypes.Gif || Path.GetExtension(name ?? string.Empty).Equals(".gif", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for sound that Telegram takes as a voice note.</summary>
    public static bool CanBeVoice(string? mime, string? name) =>
        mime?.Contains("ogg", StringComparison.OrdinalIgnoreCase) == true
        || mime?.Contains("opus", StringComparison.OrdinalIgnoreCase) == true
        || Path.GetExtension(name ?? string.Empty).ToLowerInvariant() is ".ogg" or ".oga" or ".opus";

    /// <summary>The type as WhatsApp wants it: Ogg without its codec does not play as a voice note there.</summary>
    public static string OnWhatsApp(string mime) => FileTypes.Bare(mime) == "audio/ogg" ? OpusOnWhatsApp : mime;
}
