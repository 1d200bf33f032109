using System.Text;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>Recognises images by their first bytes; names and endings prove nothing.</summary>
internal static class ImageKind
{
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Gif = "image/gif";
    public const string WebP = "image/webp";
    public const string Heic = "image/heic";

    /// <summary>The media type; null when it is none of the known images.</summary>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }))
            return Png;
        if (head.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }))
            return Jpeg;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return Gif;
        if (head.Length < 12)
            return null;
        if (head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
            return WebP;
        return head[4..].StartsWith("ftyp"u8) && Encoding.ASCII.GetString(head[8..12]) is "heic" or "heix" or "hevc" or "mif1" or "msf1" or "heim" ? Heic : null;
    }
}
