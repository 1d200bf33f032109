using System.Text;
using QRCoder;

namespace OpenClaw.Channels.Qr;

/// <summary>A text as a QR picture, error correction level L (spec 10 §1.6).</summary>
public static class QrPicture
{
    private const int PixelsPerModule = 6;

    /// <summary>As a PNG in a data URL: 6 px per module, a margin of 4 modules.</summary>
    public static string DataUrl(string text)
    {
        using var data = Modules(text);
        using var png = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(PixelsPerModule));
    }

    /// <summary>As lines for a terminal, two modules to a character. Light on dark is drawn so that it scans on dark and light screens.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        using var data = Modules(text);
        var modules = data.ModuleMatrix;
        var lines = new List<string>();
        for (var row = 0; row < modules.Count; row += 2)
        {
            var line = new StringBuilder(modules.Count);
            for (var column = 0; column < modules.Count; column++)
            {
                var (upper, lower) = (modules[row][column], row + 1 < modules.Count && modules[row + 1][column]);
                line.Append((upper, lower) switch
                {
                    (false, false) => '█',
                    (false, true) => '▀',
                    (true, false) => '▄',
                    _ => ' ',
                });
            }

            lines.Add(line.ToString());
        }

        return lines;
    }

    private static QRCodeData Modules(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
}
