using System.Text;
using OpenClaw.Storage.Media;

namespace OpenClaw.Channels.Media;

/// <summary>Names of media files (spec 10 §3.9): what strangers call a file never decides where it lies.</summary>
public static class MediaNames
{
    private const int LongestStem = 60;
    private const int LongestExtension = 10;

    /// <summary><c>&lt;stem&gt;---&lt;id&gt;&lt;ext&gt;</c>, or <c>&lt;id&gt;&lt;ext&gt;</c> when the original name is not known.</summary>
    /// <param name="original">Name at its sender; null: none.</param>
    /// <param name="mime">Type of the file; decides its extension.</param>
    /// <param name="id">Makes it unique.</param>
    public static string ForStore(string? original, string? mime, Guid id)
    {
        var (stem, extension) = (Stem(original), FileTypes.Extension(mime) ?? Extension(original));
        return stem.Length > 0 ? $"{stem}---{id:D}{extension}" : $"{id:D}{extension}";
    }

    /// <summary>A name for a file on its way out: the original one made harmless, with an extension that fits.</summary>
    public static string ForSending(string? original, string? mime)
    {
        var (stem, extension) = (Stem(original), Extension(original));

        // A picture that calls itself something else does not open; a script that is known as text only stays a script.
        var lies = MediaKinds.Of(mime) != MediaKind.Document && FileTypes.OfName(original) != FileTypes.Bare(mime);
        if (extension.Length == 0 || lies)
            extension = FileTypes.Extension(mime) ?? extension;
        return $"{(stem.Length > 0 ? stem : "file")}{extension}";
    }

    /// <summary>Letters, digits and <c>. _ -</c> of a name without its extension; never a hidden file, never a path.</summary>
    private static string Stem(string? original)
    {
        var name = Path.GetFileNameWithoutExtension((original ?? string.Empty).Replace('\\', '/').Split('/')[^1]);
        var stem = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '_' or '-')
                stem.Append(rune);
            else if (stem.Length > 0 && stem[^1] != '_')
                stem.Append('_');
            if (stem.Length >= LongestStem)
                break;
        }

        return stem.ToString().Trim('.', '_');
    }

    private static string Extension(string? original)
    {
        var extension = Path.GetExtension(original ?? string.Empty).ToLowerInvariant();
        return extension.Length is > 1 and <= LongestExtension && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : string.Empty;
    }
}
