using StbImageSharp;
using StbImageWriteSharp;

namespace OpenClaw.Storage.Media;

/// <summary>A decoded PNG or JPEG, upright, to be made smaller and written again.</summary>
public sealed class Picture
{
    private const int Channels = 4;

    // 64 million pixels are 256 MB decoded: more is a bomb, not a picture.
    private const long MaxPixels = 64_000_000;

    private readonly byte[] _pixels;

    private Picture(byte[] pixels, int width, int height) => (_pixels, Width, Height) = (pixels, width, height);

    /// <summary>Pixels from side to side.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>True when nothing shines through.</summary>
    public bool IsOpaque
    {
        get
        {
            for (var at = Channels - 1; at < _pixels.Length; at += Channels)
            {
                if (_pixels[at] != byte.MaxValue)
                    return false;
            }

            return true;
        }
    }

    /// <summary>The sides of a picture without decoding it; null when it is none.</summary>
    public static (int Width, int Height)? Measure(byte[] data)
    {
        using var stream = new MemoryStream(data, writable: false);
        return ImageInfo.FromStream(stream) is { } info ? (info.Width, info.Height) : null;
    }

    /// <summary>The picture, or why it cannot be had.</summary>
    public static (Picture? Picture, string? Problem) Decode(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (Measure(data) is not { } size)
            return (null, "the image cannot be decoded");
        if ((long)size.Width * size.Height > MaxPixels)
            return (null, $"{size.Width}x{size.Height} pixels are too many to decode");
        try
        {
            var image = ImageResult.FromMemory(data, StbImageSharp.ColorComponents.RedGreenBlueAlpha);
            var orientation = FileTypes.Sniff(data) == FileTypes.Jpeg ? JpegOrientation.Of(data) : 1;
            return (new Picture(image.Data, image.Width, image.Height).Upright(orientation), null);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or IndexOutOfRangeException or EndOfStreamException)
        {
            return (null, $"the image cannot be decoded ({problem.Message})");
        }
    }

    /// <summary>The same picture, its longer side no longer than this; never larger.</summary>
    public Picture Within(int side)
    {
        var scale = Math.Min(1.0, (double)side / Math.Max(Width, Height));
        return scale >= 1 ? this : Resample(Math.Max(1, (int)(Width * scale)), Math.Max(1, (int)(Height * scale)));
    }

    /// <summary>As PNG.</summary>
    public byte[] ToPng() => Write((writer, target) => writer.WritePng(_pixels, Width, Height, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, target));

    /// <summary>As JPEG, without what shines through.</summary>
    /// <param name="quality">1 to 100.</param>
    public byte[] ToJpeg(int quality) =>
        Write((writer, target) => writer.WriteJpg(_pixels, Width, Height, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, target, quality));

    private static byte[] Write(Action<ImageWriter, Stream> write)
    {
        using var target = new MemoryStream();
        write(new ImageWriter(), target);
        return target.ToArray();
    }

    /// <summary>Turned and mirrored as EXIF asks.</summary>
    private Picture Upright(int orientation)
    {
        if (orientation == 1)
            return this;
        var turned = orientation >= 5;
        var (width, height) = turned ? (Height, Width) : (Width, Height);
        var target = new byte[_pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    2 => (Width - 1 - x, y),
                    3 => (Width - 1 - x, Height - 1 - y),
                    4 => (x, Height - 1 - y),
                    5 => (y, x),
                    6 => (y, Height - 1 - x),
                    7 => (Width - 1 - y, Height - 1 - x),
                    _ => (Width - 1 - y, x),
                };
                _pixels.AsSpan(((fromY * Width) + fromX) * Channels, Channels).CopyTo(target.AsSpan(((y * width) + x) * Channels));
            }
        }

        return new Picture(target, width, height);
    }

    /// <summary>Averages the source pixels under each target pixel.</summary>
    private Picture Resample(int width, int height)
    {
        var target = new byte[width * height * Channels];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = Span(y, height, Height);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = Span(x, width, Width);
                Average(left, right, top, bottom, target.AsSpan(((y * width) + x) * Channels, Channels));
            }
        }

        return new Picture(target, width, height);
    }

    private static (int From, int To) Span(int index, int targetSize, int sourceSize)
    {
        var from = (int)((long)index * sourceSize / targetSize);
        return (from, Math.Max(from + 1, (int)((long)(index + 1) * sourceSize / targetSize)));
    }

    private void Average(int left, int right, int top, int bottom, Span<byte> pixel)
    {
        Span<long> sums = stackalloc long[Channels];
        sums.Clear();
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var at = ((y * Width) + x) * Channels;
                for (var c = 0; c < Channels; c++)
                    sums[c] += _pixels[at + c];
            }
        }

        var count = (long)(right - left) * (bottom - top);
        for (var c = 0; c < Channels; c++)
            pixel[c] = (byte)(sums[c] / count);
    }
}
