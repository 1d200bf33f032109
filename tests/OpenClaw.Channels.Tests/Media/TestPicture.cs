using StbImageWriteSharp;

namespace OpenClaw.Channels.Tests.Media;

/// <summary>Pictures of noise, which no compression makes small.</summary>
internal static class TestPicture
{
    public static byte[] Png(int width, int height, byte alpha = 255)
    {
        using var target = new MemoryStream();
        new ImageWriter().WritePng(Noise(width, height, alpha), width, height, ColorComponents.RedGreenBlueAlpha, target);
        return target.ToArray();
    }

    public static byte[] Jpeg(int width, int height)
    {
        using var target = new MemoryStream();
        new ImageWriter().WriteJpg(Noise(width, height, 255), width, height, ColorComponents.RedGreenBlueAlpha, target, 100);
        return target.ToArray();
    }

    private static byte[] Noise(int width, int height, byte alpha)
    {
        var pixels = new byte[width * height * 4];
        new Random(7).NextBytes(pixels);
        for (var i = 3; i < pixels.Length; i += 4)
            pixels[i] = alpha;
        return pixels;
    }
}
