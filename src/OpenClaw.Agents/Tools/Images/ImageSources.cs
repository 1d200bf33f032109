using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Tools.Files;
using OpenClaw.Agents.Tools.Web;
using OpenClaw.Storage;
using OpenClaw.Storage.Media;

namespace OpenClaw.Agents.Tools.Images;

/// <summary>
/// Gets a picture from where a model says it is: a file of the workspace or of the gateway's media folder, a public address, or the text
/// itself. What it is, its first bytes say. Files elsewhere on the host are left to the tools that are meant for them.
/// </summary>
internal sealed class ImageSources(AgentDirectory agents, GuardedHttp http)
{
    private const string FileScheme = "file://";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    /// <summary>The picture, small enough for a model; or why not.</summary>
    public async Task<(ScaledImage? Image, string? Problem)> LoadAsync(string source, string workspace, long maxBytes, CancellationToken ct)
    {
        var (data, problem) = source switch
        {
            _ when source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) => Inline(source, maxBytes),
            _ when source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) =>
                await DownloadAsync(source, maxBytes, ct).ConfigureAwait(false),
            _ => await ReadAsync(source, workspace, maxBytes, ct).ConfigureAwait(false),
        };
        if (data is null)
            return (null, problem);
        return FileTypes.Sniff(data) switch
        {
            FileTypes.Heic => (null, "HEIC pictures cannot be shown to models; convert it to JPEG first"),
            (FileTypes.Png or FileTypes.Jpeg or FileTypes.Gif or FileTypes.WebP) and var kind =>
                await Task.Run(() => ScaledImage.Fit(data, kind), ct).ConfigureAwait(false),
            _ => (null, "that is not a picture (png, jpeg, gif or webp)"),
        };
    }

    private static (byte[]? Data, string? Problem) Inline(string source, long maxBytes)
    {
        var comma = source.IndexOf(',');
        if (comma < 0 || !source.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
            return (null, "a data: address must be base64");
        if ((source.Length - comma) / 4 * 3 > maxBytes + 3)
            return (null, TooLarge(maxBytes));
        var buffer = new byte[((source.Length - comma) / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(source.AsSpan(comma + 1), buffer, out var length)
            ? (buffer[..length], null)
            : (null, "the data: address is not valid base64");
    }

    private async Task<(byte[]? Data, string? Problem)> DownloadAsync(string url, long maxBytes, CancellationToken ct)
    {
        var (answer, failure) = await http.GetAsync(
            new GuardedRequest { Url = url, MaxBytes = maxBytes, Accept = "image/*", Timeout = s_timeout }, ct).ConfigureAwait(false);
        if (answer is null)
            return (null, failure?.Message);
        return answer.Status is >= 200 and < 300 ? (answer.Body.ToArray(), null) : (null, $"the server answered {answer.Status}");
    }

    private async Task<(byte[]? Data, string? Problem)> ReadAsync(string source, string workspace, long maxBytes, CancellationToken ct)
    {
        var name = source.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(source[FileScheme.Length..]) : source.TrimStart('@');
        if (name.StartsWith('~'))
            name = agents.Paths.Expand(name);
        var path = PathGuard.Under(workspace, name)
            ?? (Path.IsPathRooted(name) ? PathGuard.Under(Path.Combine(agents.Paths.StateDir, "media"), name) : null);
        if (path is null)
            return (null, "only pictures of the workspace and of received media can be looked at");
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
                return (null, $"{source} is not there");
            return info.Length > maxBytes ? (null, TooLarge(maxBytes)) : (await File.ReadAllBytesAsync(path, ct).ConfigureAwait(false), null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, $"{source} cannot be read: {problem.Message}");
        }
    }

    private static string TooLarge(long maxBytes) => $"the picture is larger than {maxBytes / (1024.0 * 1024):0.#} MB (maxBytesMb)";
}
