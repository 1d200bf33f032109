using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Storage.Media;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Pictures and files that come with a call, in the request itself or at an address (spec 06 §3.2).</summary>
/// <param name="limits">What is accepted.</param>
/// <param name="fetch">Fetches from public addresses only.</param>
internal sealed class ApiMedia(ApiMediaLimits limits, FetchUrl fetch)
{
    private int _images;
    private long _bytes;

    /// <summary>A picture given as <c>data:</c> or <c>https:</c> address.</summary>
    public async ValueTask<(ContentPart.Image? Image, ApiFault? Fault)> ImageAsync(string url, CancellationToken ct)
    {
        if (DataUrl.Parse(url) is { } inline)
            return Image(inline.Base64, inline.MimeType);
        if (!limits.AllowImageUrl)
            return (null, new ApiFault("Error: images by URL are switched off (gateway.http.endpoints.responses.images.allowUrl)"));
        var file = await fetch(url, limits.Image, ct).ConfigureAwait(false);
        return file.Problem is { } problem ? (null, new ApiFault(problem)) : Image(file.Bytes, file.MimeType);
    }

    /// <summary>A picture in base64.</summary>
    public (ContentPart.Image? Image, ApiFault? Fault) Image(string base64, string? mimeType) =>
        Decode(base64) is { } bytes ? Image(bytes, mimeType) : (null, new ApiFault("Error: invalid base64 image data"));

    /// <summary>A file: its text for the system prompt, and pictures of pages that have no text.</summary>
    /// <param name="part">An <c>input_file</c> part, in either form.</param>
    /// <param name="ct">Ends the fetch.</param>
    public async ValueTask<(string? Block, IReadOnlyList<ContentPart.Image> Pages, ApiFault? Fault)> FileAsync(JsonElement part, CancellationToken ct)
    {
        var source = part.Field("source");
        var url = source?.Text("url") ?? part.Text("file_url");
        var data = source?.Text("data") ?? part.Text("file_data");
        var name = source?.Text("filename") ?? part.Text("filename");
        if (data is not null && DataUrl.Parse(data) is { } inline)
            return await FileAsync(Decode(inline.Base64), inline.MimeType, name, ct).ConfigureAwait(false);
        if (data is not null)
            return await FileAsync(Decode(data), source?.Text("media_type") ?? FileText.MimeOf(name), name, ct).ConfigureAwait(false);
        if (url is null)
            return (null, [], new ApiFault("input: an input_file needs file_data, file_url or source"));
        if (!limits.AllowFileUrl)
            return (null, [], new ApiFault("Error: files by URL are switched off (gateway.http.endpoints.responses.files.allowUrl)"));
        var file = await fetch(url, limits.File, ct).ConfigureAwait(false);
        return file.Problem is { } problem
            ? (null, [], new ApiFault(problem))
            : await FileAsync(file.Bytes, file.MimeType, name ?? FileText.NameOf(url), ct).ConfigureAwait(false);
    }

    private async ValueTask<(string? Block, IReadOnlyList<ContentPart.Image> Pages, ApiFault? Fault)> FileAsync(
        byte[]? bytes, string? said, string? name, CancellationToken ct)
    {
        if (bytes is null)
            return (null, [], new ApiFault("Error: invalid base64 file data"));
        var (mime, charset) = FileText.Split(said);
        if (!limits.FileMimes.Contains(mime, StringComparer.Ordinal))
            return (null, [], new ApiFault($"Error: Unsupported file MIME type: {mime}"));
        if (bytes.Length > limits.File.MaxBytes)
            return (null, [], new ApiFault($"Error: File too large: {bytes.Length} bytes (limit: {limits.File.MaxBytes} bytes)"));
        IReadOnlyList<byte[]> pages = [];
        var (text, problem) = mime == FileText.Pdf ? (null, null) : FileText.Decode(bytes, charset);
        if (mime == FileText.Pdf)
            (text, pages, problem) = await new PdfPages(limits.Pdf).ReadAsync(bytes, ct).ConfigureAwait(false);
        if (text is null)
            return (null, [], new ApiFault($"Error: {problem}"));
        return (
            $"<file name=\"{FileText.Safe(name ?? "file")}\">\n{FileText.Cut(text, limits.MaxFileChars)}\n</file>",
            [.. pages.Select(static page => new ContentPart.Image(Convert.ToBase64String(page), "image/png"))],
            null);
    }

    private (ContentPart.Image? Image, ApiFault? Fault) Image(byte[]? bytes, string? said)
    {
        var mime = FileTypes.SniffImage(bytes) ?? FileText.Split(said).Mime;
        if (!limits.ImageMimes.Contains(mime, StringComparer.Ordinal))
            return (null, new ApiFault($"Error: Unsupported image MIME type: {mime}"));
        if (bytes!.Length > limits.Image.MaxBytes)
            return (null, new ApiFault($"Error: Image too large: {bytes.Length} bytes (limit: {limits.Image.MaxBytes} bytes)"));
        if (++_images > limits.MaxImages)
            return (null, new ApiFault($"Error: at most {limits.MaxImages} images in a request"));
        return (_bytes += bytes.Length) > limits.MaxImageBytesInAll
            ? (null, new ApiFault($"Error: images of a request may have {limits.MaxImageBytesInAll} bytes in all"))
            : (new ContentPart.Image(Convert.ToBase64String(bytes), mime), null);
    }

    private static byte[]? Decode(string base64)
    {
        var buffer = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, buffer, out var length) ? buffer[..length] : null;
    }
}
