using OpenClaw.Channels.Media;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>How a file is sent (spec 10 §5.6).</summary>
/// <param name="Method">Method of the Bot API.</param>
/// <param name="Field">Its parameter for the file.</param>
internal sealed record OutgoingFile(string Method, string Field)
{
    /// <summary>Most that Telegram takes from bots; a server of one's own takes more.</summary>
    public const long MaxUpload = 50_000_000;

    /// <summary>Most that a server of one's own takes.</summary>
    public const long MaxOwnServer = 2_000_000_000;

    // Pictures above this are refused; as documents they may be larger.
    private const long MaxPhoto = 10_000_000;

    public static OutgoingFile Document { get; } = new("sendDocument", "document");

    public static OutgoingFile Audio { get; } = new("sendAudio", "audio");

    public static OutgoingFile Voice { get; } = new("sendVoice", "voice");

    private static readonly OutgoingFile s_photo = new("sendPhoto", "photo");
    private static readonly OutgoingFile s_video = new("sendVideo", "video");
    private static readonly OutgoingFile s_animation = new("sendAnimation", "animation");

    /// <summary>By what the file is, and what the sender wants.</summary>
    /// <param name="file">The file.</param>
    /// <param name="asVoice">Sound as a voice note, where its format allows.</param>
    /// <param name="asGif">Film that plays like a GIF.</param>
    public static OutgoingFile Of(MediaFile file, bool asVoice, bool asGif) => file.Kind switch
    {
        MediaKind.Image when MediaKinds.IsGif(file.Mime, file.Name) => s_animation,
        MediaKind.Image => file.Size > MaxPhoto ? Document : s_photo,
        MediaKind.Video => asGif ? s_animation : s_video,
        MediaKind.Audio => asVoice && MediaKinds.CanBeVoice(file.Mime, file.Name) ? Voice : Audio,
        _ => Document,
    };
}
