using OpenClaw.Storage;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>Writes an agent's files: whole or not at all, keeping the mode of a file that is there.</summary>
internal static class FileWriting
{
    private const UnixFileMode NewFile = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static async Task WriteAsync(string realPath, byte[] content, CancellationToken ct)
    {
        if (Path.GetDirectoryName(realPath) is { } folder)
            Directory.CreateDirectory(folder);
        if (Directory.Exists(realPath))
            throw new UnauthorizedAccessException($"{realPath} is a directory");
        var mode = !OperatingSystem.IsWindows() && File.Exists(realPath) ? File.GetUnixFileMode(realPath) : NewFile;
        await AtomicFile.WriteAsync(realPath, content, mode, ct).ConfigureAwait(false);
    }
}
