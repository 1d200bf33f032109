using System.ComponentModel;
using CliWrap;
using CliWrap.Exceptions;

namespace OpenClaw.Channels.Media;

/// <summary>
/// Makes a JPEG of a HEIC picture with a program of this host: messengers do not show HEIC, and a decoder of our own would weigh more than the
/// gateway.
/// </summary>
internal static class HeicConversion
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private static readonly (string Program, Func<string, string, string[]> Arguments)[] s_programs =
    [
        ("heif-convert", static (from, to) => ["-q", "90", from, to]),
        ("sips", static (from, to) => ["-s", "format", "jpeg", from, "--out", to]),
        ("magick", static (from, to) => [from, "-quality", "90", to]),
    ];

    /// <summary>Null when the picture is at <paramref name="target"/>, else why not.</summary>
    /// <param name="source">The HEIC file.</param>
    /// <param name="target">Where the JPEG goes.</param>
    /// <param name="searchPath">Directories that programs are looked for in; null: those of this process.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<string?> RunAsync(string source, string target, string? searchPath, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(s_timeout);
        foreach (var (name, arguments) in s_programs)
        {
            var program = searchPath is null ? name : Find(name, searchPath);
            if (program is null)
                continue;
            try
            {
                await Cli.Wrap(program).WithArguments(arguments(source, target)).ExecuteAsync(deadline.Token).ConfigureAwait(false);
                return File.Exists(target) ? null : "the HEIC picture could not be converted; send it as JPEG";
            }
            catch (Win32Exception)
            {
                // Not on this host; perhaps the next one is.
            }
            catch (CommandExecutionException)
            {
                return "the HEIC picture could not be converted; send it as JPEG";
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return "converting the HEIC picture took too long; send it as JPEG";
            }
        }

        return "HEIC pictures need heif-convert on the gateway's host (package libheif-examples); or send it as JPEG";
    }

    private static string? Find(string name, string searchPath) =>
        searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
