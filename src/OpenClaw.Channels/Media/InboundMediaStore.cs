using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Configuration.Paths;
using OpenClaw.Storage;

namespace OpenClaw.Channels.Media;

/// <summary>
/// Keeps what people sent us: <c>&lt;state&gt;/media/inbound</c>, mode 0700, files 0600 under names of our own (spec 10 §3.9). How long, decides
/// <see cref="MediaRetention"/>. Safe from any thread.
/// </summary>
/// <param name="paths">Where state is kept.</param>
public sealed class InboundMediaStore(ConfigPaths paths)
{
    /// <summary>Where the files lie.</summary>
    public static string FolderOf(ConfigPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Path.Combine(paths.StateDir, "media", "inbound");
    }

    /// <summary>
    /// Takes a fetched file over: it is moved, and gone from where it was. Null, with nothing left behind, when there is no file or it cannot be
    /// kept; the second value says why.
    /// </summary>
    /// <param name="fetched">As <see cref="IChannelAccount.FetchAsync"/> brought it.</param>
    /// <param name="kind"><see cref="InboundMedia.Kind"/>.</param>
    public (LocalMedia? Media, string? Problem) Take(FetchedMedia fetched, string kind)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        if (fetched.Path is null)
            return (null, fetched.Problem ?? "it could not be fetched");
        if (MediaFile.Read(fetched.Path, fetched.Mime, fetched.FileName ?? Path.GetFileName(fetched.Path)) is not { } file)
            return (null, "what was fetched cannot be read");
        var path = Path.Combine(FolderOf(paths), MediaNames.ForStore(fetched.FileName, file.Mime, Guid.NewGuid()));
        try
        {
            AtomicFile.EnsureDirectory(FolderOf(paths));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(fetched.Path, AtomicFile.OwnerOnly);
            File.Move(fetched.Path, path);
            return (new LocalMedia(path, kind, file.Mime), null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, $"it cannot be kept: {problem.Message}");
        }
    }
}
