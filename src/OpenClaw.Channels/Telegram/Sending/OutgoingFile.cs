namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>How a file is sent (spec 10 §5.6).</summary>
/// <param name="Method">Method of the Bot API.</param>
/// <param name="Field">Its parameter for the file.</param>
internal sealed record OutgoingFile(string Method, string Field)
{
    /// <summary>Photos above this are refused; as documents they may be larger.</summary>
    public const long MaxPhoto = 10_000_000;

    /// <summary>Most that Telegram takes from bots; a server of one's own takes more.</summary>
    public const long MaxUpload = 50_000_000;

    /// <summary>Most that a server of one's own takes.</summary>
    public const long MaxOwnServer = 2_000_000_000;

    public static OutgoingFile Document { get; } = new("sendDocument", "document");

    public static OutgoingFile Audio { get; } = new("sendAudio", "audio");

    public static OutgoingFile Voice { get; } = new("sendVoice", "voice");

    private static readonly OutgoingFile s_photo = new("sendPhoto", "photo");
    private static readonly OutgoingFile s_video = new("sendVideo", "video");
    private static readonly OutgoingFile s_animation = new("sendAnimation", "animation");

    /// <summary>By what the file is, and what the sender wants.</summary>
    /// <param name="path">The file.</param>
    /// <param name="size">Its size.</param>
    /// <param name="asVoice">Audio as a voice note, where its format allows.</param>
    /// <param name="asGif">Video that plays like a GIF.</param>
    public static OutgoingFile Of(string path, long size, bool asVoice, bool asGif) => Kind(path) switch
    {
        "gif" => s_animation,
        "image" => size > MaxPhoto ? Document : s_photo,
        "video" => asGif ? s_animation : s_video,
        "voice" => asVoice ? Voice : Audio,
        "audio" => Audio,
        _ => Document,
    };

    private static string Kind(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".gif" => "gif",
        ".jpg" or ".jpeg" or ".png" or ".webp" => "image",
        ".mp4" or ".mov" or ".m4v" or ".webm" or ".mkv" => "video",
        ".ogg" or ".oga" or ".opus" => "voice",
        ".mp3" or ".m4a" or ".wav" or ".flac" or ".aac" => "audio",
        "" or ".bin" or ".tmp" => Sniffed(path),
        _ => "document",
    };

    // A download may have no name that tells.
    private static string Sniffed(string path)
    {
        Span<byte> head = stackalloc byte[12];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith("GIF8"u8))
            return "gif";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            return "image";
        if (head.StartsWith("RIFF"u8) && head.EndsWith("WEBP"u8))
            return "image";
        if (head.StartsWith("OggS"u8))
            return "voice";
        if (head.StartsWith("ID3"u8))
            return "audio";
        return head.Length == 12 && head[4..8].SequenceEqual("ftyp"u8) ? "video" : "document";
    }
}
