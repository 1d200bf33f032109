using OpenClaw.Storage;
using OpenClaw.Storage.Media;

namespace OpenClaw.Channels.Media;

/// <summary>A file of this machine, as what it would be sent.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Mime">What it is, without parameters.</param>
/// <param name="Kind">As what it is sent.</param>
/// <param name="Size">Bytes.</param>
public sealed record MediaFile(string Path, string Name, string Mime, MediaKind Kind, long Size)
{
    /// <summary>Looks at a file; null when it is not there, may not be read, or is no file but a pipe, a device or a directory.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="declared">Type that somebody declared; null: none.</param>
    /// <param name="name">What it is called, when that is not the name in its path.</param>
    public static MediaFile? Read(string path, string? declared = null, string? name = null)
    {
        name ??= System.IO.Path.GetFileName(path);
        try
        {
            using var stream = PlainFile.OpenRead(path);
            if (stream is null)
                return null;
            Span<byte> head = stackalloc byte[FileTypes.HeadBytes];
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            var mime = FileTypes.Detect(head[..length], name, declared);
            return new MediaFile(path, name, mime, MediaKinds.Of(mime), stream.Length);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
