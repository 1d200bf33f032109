using System.Runtime.InteropServices;

namespace OpenClaw.Client.Identity;

/// <summary>
/// Whole-or-nothing writes of the two identity files, owner-only. The client library stands on Protocol alone, so it cannot
/// borrow the storage project's writer.
/// </summary>
internal static partial class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes through a temporary file in the same directory.</summary>
    /// <returns>False when <paramref name="replace"/> is false and somebody else created the file first; nothing changed then.</returns>
    public static bool Write(string path, byte[] content, bool replace)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            if (replace)
                File.Move(temporary, path, overwrite: true);
            else if (!OperatingSystem.IsWindows() && Link(temporary, path) == 0)
                return true;
            else if (File.Exists(path))
                return false;
            else
                File.Move(temporary, path);
            return true;
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // On Unix the framework's move without overwrite looks first and renames then; only a link refuses an existing name atomically.
    // A file system without links leaves the move.
    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string created);
}
