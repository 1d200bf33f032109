using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Telegram.Api.Types;

namespace OpenClaw.Channels.Telegram.Mapping;

/// <summary>Files of messages.</summary>
internal static class MediaMapping
{
    /// <summary>The file of a message; null: none that can be used. Stickers that move are none.</summary>
    public static InboundMedia? Of(BotMessage message)
    {
        if (message.Photo.Count > 0)
            return File("image", message.Photo.MaxBy(static size => (long)size.Width * size.Height)!, "image/jpeg");
        if (message.Video is { } video)
            return File("video", video, "video/mp4");
        if (message.VideoNote is { } note)
            return File("video", note, "video/mp4");
        if (message.Animation is { } animation)
            return File("video", animation, "video/mp4");
        if (message.Document is { } document)
            return File("document", document, null);
        if (message.Audio is { } audio)
            return File("audio", audio, "audio/mpeg");
        if (message.Voice is { } voice)
            return File("voice", voice, "audio/ogg");
        return message.Sticker is { IsAnimated: false, IsVideo: false } sticker
            ? File("sticker", sticker, "image/webp") with { Sticker = new InboundSticker(sticker.Emoji, sticker.SetName, sticker.FileId, sticker.FileUniqueId) }
            : null;
    }

    private static InboundMedia File(string kind, BotMedia file, string? usualMime) =>
        new(kind, file.MimeType ?? usualMime, file.FileName, file.FileSize, FileReference.Of(file.FileId));
}
