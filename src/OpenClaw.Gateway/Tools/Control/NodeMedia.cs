using OpenClaw.Storage;

namespace OpenClaw.Gateway.Tools.Control;

/// <summary>Keeps what cameras and screens of nodes deliver. A file goes into our own folder or into the agent's workspace, nowhere else.</summary>
internal sealed class NodeMedia(string folder)
{
    /// <summary>Writes a file under a name of ours.</summary>
    public async Task<string> SaveAsync(string kind, string extension, byte[] data, CancellationToken ct)
    {
        var path = Path.Combine(folder, $"openclaw-{kind}-{Guid.NewGuid()}.{extension}");
        await WriteAsync(path, data, ct).ConfigureAwait(false);
        return path;
    }

    /// <summary>Writes a file where the model wants it; the reason when it may not lie there.</summary>
    public static async Task<(string? Path, string? Problem)> SaveAtAsync(string workspace, string outPath, string extension, byte[] data, CancellationToken ct)
    {
        if (PathGuard.Under(workspace, outPath) is not { } path)
            return (null, $"outPath must lie in the workspace {workspace}");
        if (!Path.GetExtension(path).Equals("." + extension, StringComparison.OrdinalIgnoreCase))
            return (null, $"outPath must end with .{extension}");
        if (Directory.Exists(path))
            return (null, "outPath is a folder");
        await WriteAsync(path, data, ct).ConfigureAwait(false);
        return (path, null);
    }

    private static async Task WriteAsync(string path, byte[] data, CancellationToken ct)
    {
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
        await AtomicFile.WriteAsync(path, data, cancellationToken: ct).ConfigureAwait(false);
    }
}
