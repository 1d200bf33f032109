using OpenClaw.Agents.Messages;
using OpenClaw.Storage.Media;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>Reads an image so that models take it: at most 5 MB, and 2000 px on a side where it can be scaled.</summary>
internal static class ImageReader
{
    private const int MaxInput = 50 * 1024 * 1024;

    public static async Task<ToolResult> ReadAsync(string tool, string name, FileStream stream, string kind, CancellationToken ct)
    {
        if (kind == FileTypes.Heic)
            return ToolResult.Error(tool, $"{name} is a HEIC image, which models do not read; convert it to JPEG first");
        if (stream.Length > MaxInput)
            return ToolResult.Error(tool, $"{name} has {stream.Length} bytes; images are read up to {MaxInput / (1024 * 1024)} MB");
        var data = new byte[stream.Length];
        await stream.ReadExactlyAsync(data, ct).ConfigureAwait(false);
        var (image, problem) = ScaledImage.Fit(data, kind);
        if (image is null)
            return ToolResult.Error(tool, $"{name}: {problem}");
        return new ToolResult(
            [new ContentPart.Text($"Image {name} ({image.MimeType}{image.Note})"), new ContentPart.Image(Convert.ToBase64String(image.Data), image.MimeType)]);
    }
}
