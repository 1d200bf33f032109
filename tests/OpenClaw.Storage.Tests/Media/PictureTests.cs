using System.Buffers.Binary;
using OpenClaw.Storage.Media;
using StbImageWriteSharp;

namespace OpenClaw.Storage.Tests.Media;

public class PictureTests
{
    [Fact]
    public void A_picture_gets_smaller_and_never_larger()
    {
        var picture = Picture.Decode(Png(400, 100)).Picture!;

        Assert.Equal((200, 50), Size(picture.Within(200).ToPng()));
        Assert.Equal((200, 50), Size(picture.Within(200).ToJpeg(80)));
        Assert.Equal((400, 100), Size(picture.Within(2000).ToPng()));
        Assert.Equal((10, 2), Size(picture.Within(10).ToPng()));
    }

    [Fact]
    public void Whether_something_shines_through_is_known()
    {
        Assert.True(Picture.Decode(Png(4, 4)).Picture!.IsOpaque);
        Assert.False(Picture.Decode(Png(4, 4, alpha: 254)).Picture!.IsOpaque);
    }

    // A picture of two halves, left dark and right light, or top dark and bottom light after a quarter turn.
    [Theory]
    [InlineData(1, 40, 20, "dark left")]
    [InlineData(2, 40, 20, "dark right")]
    [InlineData(3, 40, 20, "dark right")]
    [InlineData(4, 40, 20, "dark left")]
    [InlineData(5, 20, 40, "dark top")]
    [InlineData(6, 20, 40, "dark top")]
    [InlineData(7, 20, 40, "dark bottom")]
    [InlineData(8, 20, 40, "dark bottom")]
    public void A_photo_is_turned_as_the_camera_says(int orientation, int width, int height, string expected)
    {
        foreach (var little in new[] { true, false })
        {
            var picture = Picture.Decode(Photo(orientation, little)).Picture!;

            Assert.Equal((width, height), (picture.Width, picture.Height));
            var data = StbImageSharp.ImageResult.FromMemory(picture.ToPng(), StbImageSharp.ColorComponents.RedGreenBlueAlpha);
            Assert.Equal(expected, Dark(data));
        }
    }

    [Theory]
    [InlineData("FFD8FFE1000845786966")]
    [InlineData("FFD8FFE100104578696600004D4D002AFFFFFFFF")]
    [InlineData("FFD8FFE100104578696600004D4D002A00000008")]
    [InlineData("FFD8FFE1FFFF")]
    [InlineData("FFD8")]
    public void What_a_broken_file_says_about_its_turn_is_ignored(string hex) => Assert.Equal(1, JpegOrientation.Of(Convert.FromHexString(hex)));

    [Fact]
    public void What_cannot_be_decoded_has_a_reason()
    {
        Assert.NotNull(Picture.Decode([]).Problem);
        Assert.NotNull(Picture.Decode("no picture at all"u8.ToArray()).Problem);
        Assert.NotNull(Picture.Decode(Png(100, 100)[..200]).Problem);
    }

    [Fact]
    public void A_bomb_is_not_decoded()
    {
        var header = Png(1, 1);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(16), 9_000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20), 9_000);

        Assert.Contains("too many", Picture.Decode(header).Problem, StringComparison.Ordinal);
    }

    private static (int, int) Size(byte[] data) => Picture.Measure(data)!.Value;

    private static string Dark(StbImageSharp.ImageResult image)
    {
        bool At(double x, double y) => image.Data[(((int)(y * image.Height) * image.Width) + (int)(x * image.Width)) * 4] < 128;
        return (At(0.25, 0.5), At(0.75, 0.5), At(0.5, 0.25), At(0.5, 0.75)) switch
        {
            (true, false, _, _) => "dark left",
            (false, true, _, _) => "dark right",
            (_, _, true, false) => "dark top",
            (_, _, false, true) => "dark bottom",
            _ => "neither",
        };
    }

    private static byte[] Png(int width, int height, byte alpha = 255)
    {
        var pixels = new byte[width * height * 4];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = i % 4 == 3 ? alpha : (byte)(i * 31);
        using var target = new MemoryStream();
        new ImageWriter().WritePng(pixels, width, height, ColorComponents.RedGreenBlueAlpha, target);
        return target.ToArray();
    }

    private static byte[] Photo(int orientation, bool little)
    {
        var pixels = new byte[40 * 20 * 4];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = i % 4 == 3 || i / 4 % 40 >= 20 ? byte.MaxValue : (byte)0;
        using var target = new MemoryStream();
        new ImageWriter().WriteJpg(pixels, 40, 20, ColorComponents.RedGreenBlueAlpha, target, 95);
        var exif = little
            ? $"457869660000 49492A0008000000 0100 12010300 01000000 {orientation:X2}000000 00000000"
            : $"457869660000 4D4D002A00000008 0001 01120003 00000001 00{orientation:X2}0000 00000000";
        var block = Convert.FromHexString(exif.Replace(" ", ""));
        byte[] header = [0xFF, 0xE1, (byte)((block.Length + 2) >> 8), (byte)(block.Length + 2)];
        var jpeg = target.ToArray();
        return [.. jpeg[..2], .. header, .. block, .. jpeg[2..]];
    }
}
