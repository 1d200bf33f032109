using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Mapping;
using OpenClaw.Storage;

namespace OpenClaw.Channels.Telegram;

/// <summary>Brings files of messages from Telegram.</summary>
internal sealed class TelegramFiles(AccountHost host, TelegramApi api)
{
    /// <inheritdoc cref="IChannelAccount.FetchAsync"/>
    public async Task<FetchedMedia> FetchAsync(InboundMedia media, long maxBytes, CancellationToken ct)
    {
        if (FileReference.Read(media.Reference) is not { } fileId)
            return new FetchedMedia(null, Problem: "the message does not say which file it is");
        if (media.Size > maxBytes)
            return TooLarge(maxBytes);
        var (fetched, failure) = await TryAsync(media, fileId, maxBytes, ct).ConfigureAwait(false);
        if (fetched is not null)
            return fetched;
        return failure!.Code == 413 || failure.Says("file is too big") ? TooLarge(maxBytes) : new FetchedMedia(null, Problem: failure.Description);
    }

    private async Task<(FetchedMedia?, TelegramFailure?)> TryAsync(InboundMedia media, string fileId, long maxBytes, CancellationToken ct)
    {
        var place = await api.GetFileAsync(fileId, ct).ConfigureAwait(false);
        if (place.Failure is { } failure)
            return (null, failure);
        if (place.Value is not { FilePath: { Length: > 0 } remote } found)
            return (null, new TelegramFailure(404, "Telegram has the file no more"));
        if (found.FileSize > maxBytes)
            return (TooLarge(maxBytes), null);
        var folder = Path.Combine(host.Paths.StateDir, "media", "downloads");
        AtomicFile.EnsureDirectory(folder);
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        var isWhole = false;
        try
        {
            var file = new FileStream(path, NewFile());
            await using (file.ConfigureAwait(false))
            {
                if (await api.DownloadAsync(remote, file, maxBytes, ct).ConfigureAwait(false) is { } broken)
                    return (null, broken);
                isWhole = true;
                return (new FetchedMedia(path, media.Mime, media.FileName, file.Length), null);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            isWhole = false;
            return (new FetchedMedia(null, Problem: "the file cannot be stored: " + e.Message), null);
        }
        finally
        {
            if (!isWhole)
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

    private static FetchedMedia TooLarge(long maxBytes) => new(null, TooLarge: true, Problem: $"the file is larger than {maxBytes / 1024 / 1024} MB");
}
