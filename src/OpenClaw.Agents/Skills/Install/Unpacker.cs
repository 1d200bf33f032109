using System.Formats.Tar;
using System.IO.Compression;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Skills.Install;

/// <summary>Unpacks an archive from outside: plain files only, none outside the folder, not more than the disk can be asked for.</summary>
internal static class Unpacker
{
    private const long MaxTotal = 1024L * 1024 * 1024;

    /// <summary>Null: done; else why not.</summary>
    public static string? Unpack(byte[] archive, string kind, string folder, int stripComponents)
    {
        var left = MaxTotal;
        try
        {
            if (kind == "zip")
            {
                using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
                foreach (var entry in zip.Entries.Where(static entry => !entry.FullName.EndsWith('/')))
                {
                    using var content = entry.Open();
                    if (Write(content, entry.FullName, folder, stripComponents, executable: (entry.ExternalAttributes >> 16 & 0b001_000_000) != 0, ref left) is { } problem)
                        return problem;
                }

                return null;
            }

            using var tar = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || entry.DataStream is not { } content)
                    continue;
                if (Write(content, entry.Name, folder, stripComponents, (entry.Mode & UnixFileMode.UserExecute) != 0, ref left) is { } problem)
                    return problem;
            }

            return null;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return $"the archive could not be unpacked: {problem.Message}";
        }
    }

    private static string? Write(Stream content, string name, string folder, int stripComponents, bool executable, ref long left)
    {
        var parts = name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(stripComponents).ToArray();
        if (parts.Length == 0)
            return null;
        if (parts.Any(static part => part is "." or ".." || part.Contains('\0')) || PathGuard.Under(folder, Path.Combine([folder, .. parts])) is not { } file)
            return $"the archive holds a path that leads out of its folder ({name})";
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(file)!);
        using var target = new FileStream(file, FileMode.Create, FileAccess.Write);
        var buffer = new byte[81_920];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            if ((left -= read) < 0)
                return $"the archive is larger than {MaxTotal / 1024 / 1024} MB unpacked";
            target.Write(buffer, 0, read);
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | (executable ? UnixFileMode.UserExecute : 0));
        return null;
    }
}
