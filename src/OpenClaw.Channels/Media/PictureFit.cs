using OpenClaw.Storage.Media;

namespace OpenClaw.Channels.Media;

/// <summary>Makes a picture small enough to be sent; one that is small enough already is sent as it is (spec 10 §5.6).</summary>
internal static class PictureFit
{
    private static readonly int[] s_sides = [2048, 1536, 1280, 1024, 800];
    private static readonly int[] s_qualities = [80, 70, 60, 50, 40];

    /// <summary>True for what can be made smaller here.</summary>
    public static bool Can(string mime) => mime is FileTypes.Png or FileTypes.Jpeg;

    /// <summary>
    /// The largest of a row of smaller pictures that is within the limit, as JPEG, or as PNG when something shines through; or why there is
    /// none.
    /// </summary>
    /// <param name="data">A PNG or JPEG.</param>
    /// <param name="maxBytes">Limit.</param>
    /// <param name="ct">Gives up between two of them.</param>
    public static (byte[]? Data, string? Mime, string? Problem) Shrink(byte[] data, long maxBytes, CancellationToken ct)
    {
        var (picture, problem) = Picture.Decode(data);
        if (picture is null)
            return (null, null, problem);
        var mime = picture.IsOpaque ? FileTypes.Jpeg : FileTypes.Png;
        var last = 0;
        foreach (var side in s_sides)
        {
            // A small picture looks the same at several of the sides: once is enough.
            var smaller = picture.Within(side);
            if (smaller.Width == last)
                continue;
            last = smaller.Width;
            foreach (var quality in mime == FileTypes.Png ? s_qualities[..1] : s_qualities)
            {
                ct.ThrowIfCancellationRequested();
                var encoded = mime == FileTypes.Png ? smaller.ToPng() : smaller.ToJpeg(quality);
                if (encoded.Length <= maxBytes)
                    return (encoded, mime, null);
            }
        }

        return (null, null, "the picture cannot be made small enough");
    }
}
