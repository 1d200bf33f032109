using System.ComponentModel;
using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>
/// Reads a PDF with the poppler programs of this host: its text, or pictures of its pages when it has hardly any text. A program of its
/// own keeps what strangers send out of the gateway's memory, and the parser out of the binary.
/// </summary>
/// <param name="limits">Pages, pixels and the text below which pages are rendered.</param>
internal sealed class PdfPages(PdfLimits limits)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    /// <summary>The text, or pages as PNG, or why there is neither.</summary>
    public async Task<(string? Text, IReadOnlyList<byte[]> Pages, string? Problem)> ReadAsync(byte[] pdf, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("openclaw-pdf-");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(s_timeout);
        try
        {
            var file = Path.Combine(folder.FullName, "in.pdf");
            await File.WriteAllBytesAsync(file, pdf, deadline.Token).ConfigureAwait(false);
            var pages = limits.MaxPages.ToString(CultureInfo.InvariantCulture);
            var text = (await RunAsync("pdftotext", ["-q", "-enc", "UTF-8", "-l", pages, file, "-"], deadline.Token).ConfigureAwait(false)).Trim();
            if (text.Length >= limits.MinTextChars)
                return (text, [], null);
            var side = ((int)Math.Sqrt(limits.MaxPixels)).ToString(CultureInfo.InvariantCulture);
            await RunAsync("pdftoppm", ["-q", "-png", "-l", pages, "-scale-to", side, file, Path.Combine(folder.FullName, "page")], deadline.Token).ConfigureAwait(false);
            var pictures = new List<byte[]>();
            foreach (var picture in folder.GetFiles("page*.png").OrderBy(static f => f.Name, StringComparer.Ordinal))
                pictures.Add(await File.ReadAllBytesAsync(picture.FullName, deadline.Token).ConfigureAwait(false));
            return pictures.Count > 0
                ? ("[This PDF was rendered to images.]", pictures, null)
                : text.Length > 0 ? (text, [], null) : (null, [], "the PDF is empty");
        }
        catch (Win32Exception)
        {
            return (null, [], "reading PDFs needs pdftotext and pdftoppm on the gateway's host (package poppler-utils); or send the text itself");
        }
        catch (CommandExecutionException)
        {
            return (null, [], "the PDF cannot be read; send its text or its pages as images");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, [], "reading the PDF took too long; send its text instead");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct) =>
        (await Cli.Wrap(program).WithArguments(arguments).ExecuteBufferedAsync(ct).ConfigureAwait(false)).StandardOutput;
}
