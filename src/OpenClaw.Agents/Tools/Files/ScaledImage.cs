using StbImageSharp;
using StbImageWriteSharp;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>An image within what models take.</summary>
/// <param name="Data">The file.</param>
/// <param name="MimeType">Its type.</param>
/// <param name="Note">What was done to it, for people; empty when nothing was.</param>
internal sealed record ScaledImage(byte[] Data, string MimeType, string Note)
{
    public const int MaxSide = 2000;
    public const int MaxBytes = 5 * 1024 * 1024;

    // 64 million pixels are 256 MB decoded: more is a bomb, not a picture.
    private const long MaxPixels = 64_000_000;

    /// <summary>The image itself when it fits, a smaller one when it can be decoded, else why not.</summary>
    public static (ScaledImage? Image, string? Problem) Fit(byte[] data, string kind)
    {
        if (kind is not (ImageKind.Png or ImageKind.Jpeg))
            return data.Length <= MaxBytes ? (new ScaledImage(data, kind, string.Empty), null) : (null, $"{data.Length} bytes; {kind} is passed on as it is, up to {MaxBytes} bytes");
        using var stream = new MemoryStream(data, writable: false);
        if (ImageInfo.FromStream(stream) is not { } info)
            return data.Length <= MaxBytes ? (new ScaledImage(data, kind, string.Empty), null) : (null, "the image cannot be decoded");
        if (info.Width <= MaxSide && info.Height <= MaxSide && data.Length <= MaxBytes)
            return (new ScaledImage(data, kind, $", {info.Width}x{info.Height}"), null);
        if ((long)info.Width * info.Height > MaxPixels)
            return (null, $"{info.Width}x{info.Height} pixels are too many to decode");
        try
        {
            return Shrink(ImageResult.FromMemory(data, StbImageSharp.ColorComponents.RedGreenBlueAlpha), kind);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or IndexOutOfRangeException or EndOfStreamException)
        {
            return (null, $"the image cannot be decoded ({problem.Message})");
        }
    }

    private static (ScaledImage? Image, string? Problem) Shrink(ImageResult source, string kind)
    {
        var side = Math.Min(MaxSide, Math.Max(source.Width, source.Height));
        for (; side >= 200; side = side * 3 / 4)
        {
            var scale = Math.Min(1.0, (double)side / Math.Max(source.Width, source.Height));
            var (width, height) = (Math.Max(1, (int)(source.Width * scale)), Math.Max(1, (int)(source.Height * scale)));
            var encoded = Encode(Resample(source, width, height), width, height, kind);
            if (encoded.Length <= MaxBytes)
                return (new ScaledImage(encoded, kind, $", {source.Width}x{source.Height} shown as {width}x{height}"), null);
        }

        return (null, "the image cannot be made small enough");
    }

    private static byte[] Encode(byte[] pixels, int width, int height, string kind)
    {
        using var target = new MemoryStream();
        var writer = new ImageWriter();
        if (kind == ImageKind.Png)
            writer.WritePng(pixels, width, height, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, target);
        else
            writer.WriteJpg(pixels, width, height, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, target, 85);
        return target.ToArray();
    }

    /// <summary>Averages the source pixels under each target pixel.</summary>
    private static byte[] Resample(ImageResult source, int width, int height)
    {
        if (width == source.Width && height == source.Height)
            return source.Data;
        var target = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = Span(y, height, source.Height);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = Span(x, width, source.Width);
                Average(source, left, right, top, bottom, target.AsSpan(((y * width) + x) * 4, 4));
            }
        }

        return target;
    }

    private static (int From, int To) Span(int index, int targetSize, int sourceSize)
    {
        var from = (int)((long)index * sourceSize / targetSize);
        return (from, Math.Max(from + 1, (int)((long)(index + 1) * sourceSize / targetSize)));
    }

    private static void Average(ImageResult source, int left, int right, int top, int bottom, Span<byte> pixel)
    {
        Span<long> sums = stackalloc long[4];
        sums.Clear();
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var at = ((y * source.Width) + x) * 4;
                for (var c = 0; c < 4; c++)
                    sums[c] += source.Data[at + c];
            }
        }

        var count = (long)(right - left) * (bottom - top);
        for (var c = 0; c < 4; c++)
            pixel[c] = (byte)(sums[c] / count);
    }
}
