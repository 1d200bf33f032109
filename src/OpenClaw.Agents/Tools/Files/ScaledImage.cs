using OpenClaw.Storage.Media;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>An image within what models take.</summary>
/// <param name="Data">The file.</param>
/// <param name="MimeType">Its type.</param>
/// <param name="Note">What was done to it, for people; empty when nothing was.</param>
internal sealed record ScaledImage(byte[] Data, string MimeType, string Note)
{
    public const int MaxSide = 2000;
    public const int MaxBytes = 5 * 1024 * 1024;
    private const int MinSide = 200;
    private const int JpegQuality = 85;

    /// <summary>The image itself when it fits, a smaller one when it can be decoded, else why not.</summary>
    public static (ScaledImage? Image, string? Problem) Fit(byte[] data, string kind)
    {
        if (kind is not (FileTypes.Png or FileTypes.Jpeg))
            return data.Length <= MaxBytes ? (new ScaledImage(data, kind, string.Empty), null) : (null, $"{data.Length} bytes; {kind} is passed on as it is, up to {MaxBytes} bytes");
        if (Picture.Measure(data) is not { } size)
            return data.Length <= MaxBytes ? (new ScaledImage(data, kind, string.Empty), null) : (null, "the image cannot be decoded");
        if (size.Width <= MaxSide && size.Height <= MaxSide && data.Length <= MaxBytes)
            return (new ScaledImage(data, kind, $", {size.Width}x{size.Height}"), null);
        var (picture, problem) = Picture.Decode(data);
        return picture is null ? (null, problem) : Shrink(picture, kind);
    }

    private static (ScaledImage? Image, string? Problem) Shrink(Picture source, string kind)
    {
        for (var side = Math.Min(MaxSide, Math.Max(source.Width, source.Height)); side >= MinSide; side = side * 3 / 4)
        {
            var smaller = source.Within(side);
            var encoded = kind == FileTypes.Png ? smaller.ToPng() : smaller.ToJpeg(JpegQuality);
            if (encoded.Length <= MaxBytes)
                return (new ScaledImage(encoded, kind, $", {source.Width}x{source.Height} shown as {smaller.Width}x{smaller.Height}"), null);
        }

        return (null, "the image cannot be made small enough");
    }
}
