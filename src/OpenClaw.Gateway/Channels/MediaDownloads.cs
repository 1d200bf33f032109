using OpenClaw.Agents.Tools.Web;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration.Paths;
using OpenClaw.Storage;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Brings what channels and messages name by address into files: from public addresses only, never more than the limit, streamed so that a
/// large file costs no memory. The caller moves or deletes the file; what is left behind is swept with the other media.
/// </summary>
internal sealed class MediaDownloads(GuardedHttp web, ConfigPaths paths)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    private string Folder => Path.Combine(paths.StateDir, "media", "downloads");

    /// <inheritdoc cref="MediaDownload"/>
    public async Task<FetchedMedia> FetchAsync(Uri url, long maxBytes, CancellationToken ct)
    {
        AtomicFile.EnsureDirectory(Folder);
        var path = Path.Combine(Folder, Guid.NewGuid().ToString("N"));
        var keep = false;
        try
        {
            GuardedAnswer? answer;
            GuardedFailure? failure;
            long size;
            var file = new FileStream(path, NewFile());
            await using (file.ConfigureAwait(false))
            {
                (answer, failure) = await web.GetAsync(
                    new GuardedRequest { Url = url.AbsoluteUri, MaxBytes = maxBytes, Timeout = s_timeout, Destination = file }, ct).ConfigureAwait(false);
                size = file.Length;
            }

            if (answer is null)
                return new FetchedMedia(null, TooLarge: failure!.Kind == GuardedFailureKind.TooLarge, Problem: failure.Message);
            if (answer.Status is < 200 or > 299)
                return new FetchedMedia(null, Problem: $"{url.Host} answered with status {answer.Status}");
            keep = true;
            var name = Path.GetFileName(Uri.UnescapeDataString(answer.FinalUrl.AbsolutePath));
            return new FetchedMedia(path, answer.MediaType.Length == 0 ? null : answer.MediaType, name.Length == 0 ? null : name, size);
        }
        finally
        {
            if (!keep)
                File.Delete(path);
        }
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = AtomicFile.OwnerOnly;
        return options;
    }
}
