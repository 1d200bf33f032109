using System.Text;

namespace OpenClaw.Configuration.Loading;

/// <summary>Reads the text of a config file.</summary>
internal static class ConfigText
{
    // A config is a few kilobytes. What is larger is not one, and must not be allowed to fill the memory.
    private const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>
    /// The text, a byte-order mark included, so that hashes and edits see what is in the file. Null with the reason when it cannot be read.
    /// </summary>
    public static string? Read(string path, out string? problem)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length > MaxBytes)
            {
                problem = $"larger than {MaxBytes / 1024 / 1024} MB";
                return null;
            }
            var bytes = new byte[stream.Length];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            problem = null;
            return Encoding.UTF8.GetString(bytes, 0, read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "no such file",
                UnauthorizedAccessException => "permission denied",
                _ => e.Message,
            };
            return null;
        }
    }
}
