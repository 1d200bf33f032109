using System.Buffers.Binary;

namespace OpenClaw.Storage.Media;

/// <summary>Which way a JPEG is to be held: cameras write it beside the picture and leave the turning to whoever shows it.</summary>
internal static class JpegOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>1 to 8 as in EXIF; 1, upright, when the file does not say.</summary>
    public static int Of(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF)
        {
            var (marker, length) = (jpeg[at + 1], BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]));
            if (marker == 0xDA || length < 2 || at + 2 + length > jpeg.Length)
                return 1;
            if (marker == 0xE1 && jpeg.Slice(at + 4, length - 2) is var block && block.StartsWith("Exif\0\0"u8))
                return InTiff(block[6..]);
            at += 2 + length;
        }

        return 1;
    }

    private static int InTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return 1;
        var little = tiff[0] == 'I';
        var directory = U32(tiff, 4, little);
        if (directory > tiff.Length - 2)
            return 1;
        var entries = U16(tiff, (int)directory, little);
        for (var i = 0; i < entries; i++)
        {
            var at = directory + 2 + (12L * i);
            if (at + 12 > tiff.Length)
                return 1;
            if (U16(tiff, (int)at, little) == Tag)
                return U16(tiff, (int)at + 8, little) is var value and >= 1 and <= 8 ? value : 1;
        }

        return 1;
    }

    private static ushort U16(ReadOnlySpan<byte> data, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(data[at..]) : BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    private static uint U32(ReadOnlySpan<byte> data, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(data[at..]) : BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
}
