using System.Globalization;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration.Paths;
using OpenClaw.Storage;
using OpenClaw.Storage.Media;

namespace OpenClaw.Channels.Media;

/// <summary>
/// Attachments on their way out (spec 10 §5.6): local files from the roots that may leave the machine, by their real path; addresses through
/// the guarded download; pictures over the limit made smaller, HEIC made JPEG. Safe from any thread.
/// </summary>
/// <param name="paths">Temporary files lie under its state directory.</param>
/// <param name="roots">Directories whose files may be sent: workspaces, received media.</param>
/// <param name="download">Fetches addresses.</param>
public sealed class OutboundMedia(ConfigPaths paths, Func<IReadOnlyList<string>> roots, MediaDownload download) : IOutboundMedia, IDisposable
{
    private const string FileScheme = "file://";

    // A decoded picture can take a quarter of a gigabyte: one after the other.
    private readonly SemaphoreSlim _shrinking = new(1, 1);

    /// <summary>Directory of what was fetched or made for single sends; what is older than a send takes may be removed.</summary>
    public static string FolderOf(ConfigPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Path.Combine(paths.StateDir, "media", "outbound");
    }

    /// <summary>Directories that programs (HEIC) are looked for in; null: those of this process.</summary>
    internal string? SearchPath { get; init; }

    /// <inheritdoc/>
    public async Task<OutboundFile> OpenAsync(OutboundPart part, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(part);
        var source = part.Media?.Trim() ?? string.Empty;
        var folder = Path.Combine(FolderOf(paths), Guid.NewGuid().ToString("N"));
        var keep = false;
        try
        {
            var (file, fault) = IsAddress(source) ? await FetchAsync(source, folder, ct).ConfigureAwait(false) : Local(source);
            if (file is { } found)
                (file, fault) = await FitAsync(found, folder, ct).ConfigureAwait(false);
            if (file is null)
                return new OutboundFile(fault!);
            keep = file.Path.StartsWith(folder, StringComparison.Ordinal);
            return new OutboundFile(file.Path, keep ? folder : null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new OutboundFile(Bad($"the attachment {Shown(source)} cannot be read: {problem.Message}"));
        }
        finally
        {
            if (!keep && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _shrinking.Dispose();

    private async Task<(MediaFile? File, SendFault? Fault)> FetchAsync(string address, string folder, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
            return (null, Bad("the attachment's address is none"));
        var fetched = await download(url, MediaLimits.Largest, ct).ConfigureAwait(false);
        if (fetched.Path is null)
        {
            var problem = fetched.Problem ?? "it could not be fetched";
            return (null, fetched.TooLarge ? TooLarge($"the attachment from {url.Host} is too large: {problem}") : Bad($"the attachment from {url.Host} could not be fetched: {problem}"));
        }

        var seen = MediaFile.Read(fetched.Path, fetched.Mime, fetched.FileName);
        var name = MediaNames.ForSending(fetched.FileName, seen?.Mime ?? fetched.Mime);
        AtomicFile.EnsureDirectory(folder);
        var path = Path.Combine(folder, name);
        File.Move(fetched.Path, path);
        return MediaFile.Read(path, fetched.Mime, name) is { } file ? (file, null) : (null, Bad($"the attachment from {url.Host} could not be read"));
    }

    private (MediaFile? File, SendFault? Fault) Local(string source)
    {
        var path = source.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase)
            ? Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.IsFile && !uri.IsUnc ? uri.LocalPath : string.Empty
            : source;
        if (path.StartsWith('~'))
            path = paths.Expand(path);
        if (!Path.IsPathRooted(path) || path.StartsWith(@"\\", StringComparison.Ordinal))
            return (null, Bad($"the attachment {Shown(source)} is neither an absolute path nor an http(s) address"));
        var real = roots().Select(root => PathGuard.Under(root, path)).FirstOrDefault(static found => found is not null);
        if (real is null)
            return (null, Bad($"the attachment {Shown(source)} may not leave this machine: only files of a workspace and received media are sent"));
        return MediaFile.Read(real) is { } file ? (file, null) : (null, Bad($"the attachment {Shown(source)} is not there, or is no file that can be read"));
    }

    private async Task<(MediaFile? File, SendFault? Fault)> FitAsync(MediaFile file, string folder, CancellationToken ct)
    {
        if (file.Size == 0)
            return (null, Bad($"the attachment {file.Name} is empty"));
        if (file.Mime == FileTypes.Heic)
        {
            AtomicFile.EnsureDirectory(folder);
            var target = Path.Combine(folder, MediaNames.ForSending(file.Name, FileTypes.Jpeg));
            if (await HeicConversion.RunAsync(file.Path, target, SearchPath, ct).ConfigureAwait(false) is { } problem)
                return (null, Bad(problem));
            if (MediaFile.Read(target) is not { } converted)
                return (null, Bad("the HEIC picture could not be converted; send it as JPEG"));
            file = converted;
        }

        var limit = MediaLimits.Of(file.Kind);
        if (file.Size <= limit)
            return (file, null);
        return PictureFit.Can(file.Mime) && file.Size <= MediaLimits.Largest
            ? await ShrinkAsync(file, limit, folder, ct).ConfigureAwait(false)
            : (null, TooLarge(Text($"the attachment {file.Name} has {Megabytes(file.Size)} MB; {file.Mime} is sent up to {Megabytes(limit)} MB")));
    }

    private async Task<(MediaFile? File, SendFault? Fault)> ShrinkAsync(MediaFile file, long limit, string folder, CancellationToken ct)
    {
        await _shrinking.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var data = await File.ReadAllBytesAsync(file.Path, ct).ConfigureAwait(false);
            var (smaller, mime, problem) = await Task.Run(() => PictureFit.Shrink(data, limit, ct), ct).ConfigureAwait(false);
            if (smaller is null)
                return (null, TooLarge(Text($"the picture {file.Name} has {Megabytes(file.Size)} MB, more than {Megabytes(limit)}: {problem}")));
            var name = MediaNames.ForSending(file.Name, mime);
            var path = Path.Combine(folder, name);
            await AtomicFile.WriteAsync(path, smaller, cancellationToken: ct).ConfigureAwait(false);
            return (new MediaFile(path, name, mime!, MediaKind.Image, smaller.Length), null);
        }
        finally
        {
            _shrinking.Release();
        }
    }

    private static bool IsAddress(string source) =>
        source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    // Enough to know which one is meant; not the whole path of somebody's home.
    private static string Shown(string source) => Path.GetFileName(source.TrimEnd('/', '\\')) is { Length: > 0 } name ? name : "of the message";

    private static SendFault Bad(string message) => new(SendFaultKind.BadMedia, message);

    private static SendFault TooLarge(string message) => new(SendFaultKind.TooLarge, message);

    private static string Megabytes(long bytes) => (bytes / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
