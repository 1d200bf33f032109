using System.Text;

namespace OpenClaw.Storage.Media;

/// <summary>What a file is: by its first bytes, which nobody can lie about, else by its name.</summary>
public static class FileTypes
{
    /// <summary>Portable Network Graphics.</summary>
    public const string Png = "image/png";

    /// <summary>JPEG.</summary>
    public const string Jpeg = "image/jpeg";

    /// <summary>GIF.</summary>
    public const string Gif = "image/gif";

    /// <summary>WebP.</summary>
    public const string WebP = "image/webp";

    /// <summary>HEIC, as phones take pictures.</summary>
    public const string Heic = "image/heic";

    /// <summary>Nothing is known.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>How many bytes <see cref="Sniff"/> looks at.</summary>
    public const int HeadBytes = 64;

    private const string Zip = "application/zip";

    // The first name of a type is the one files are given.
    private static readonly (string Mime, string[] Extensions)[] s_types =
    [
        (Jpeg, [".jpg", ".jpeg"]), (Png, [".png"]), (Gif, [".gif"]), (WebP, [".webp"]), (Heic, [".heic", ".heif"]), ("image/avif", [".avif"]),
        ("image/bmp", [".bmp"]), ("image/tiff", [".tiff", ".tif"]), ("image/svg+xml", [".svg"]),
        ("audio/ogg", [".ogg", ".oga", ".opus"]), ("audio/mpeg", [".mp3"]), ("audio/mp4", [".m4a"]), ("audio/wav", [".wav"]), ("audio/flac", [".flac"]),
        ("audio/aac", [".aac"]), ("audio/amr", [".amr"]),
        ("video/mp4", [".mp4", ".m4v"]), ("video/quicktime", [".mov"]), ("video/webm", [".webm"]), ("video/x-matroska", [".mkv"]),
        ("video/x-msvideo", [".avi"]), ("video/3gpp", [".3gp"]), ("video/mpeg", [".mpg", ".mpeg"]), ("video/ogg", [".ogv"]),
        ("application/pdf", [".pdf"]), (Zip, [".zip"]), ("application/gzip", [".gz", ".tgz"]), ("application/x-7z-compressed", [".7z"]),
        ("application/vnd.rar", [".rar"]), ("application/x-tar", [".tar"]), ("application/json", [".json"]), ("application/xml", [".xml"]),
        ("application/msword", [".doc"]), ("application/vnd.ms-excel", [".xls"]), ("application/vnd.ms-powerpoint", [".ppt"]),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"]),
        ("application/vnd.oasis.opendocument.text", [".odt"]), ("application/vnd.oasis.opendocument.spreadsheet", [".ods"]),
        ("application/epub+zip", [".epub"]), ("application/rtf", [".rtf"]), ("application/vnd.android.package-archive", [".apk"]),
        ("text/plain", [".txt", ".log"]), ("text/markdown", [".md"]), ("text/csv", [".csv"]), ("text/html", [".html", ".htm"]), ("text/css", [".css"]),
        ("text/javascript", [".js", ".mjs"]), ("text/calendar", [".ics"]), ("text/vcard", [".vcf"]),
    ];

    private static readonly Dictionary<string, string> s_byExtension =
        s_types.SelectMany(static t => t.Extensions.Select(e => (e, t.Mime))).ToDictionary(static p => p.e, static p => p.Mime, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> s_byMime =
        s_types.ToDictionary(static t => t.Mime, static t => t.Extensions[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The type of a file: what its first bytes say, unless that is no more than a container and the name says which one; else what its name
    /// says; else what somebody declared; else <see cref="Unknown"/>.
    /// </summary>
    /// <param name="head">The first <see cref="HeadBytes"/> bytes, or all there are.</param>
    /// <param name="name">File name; null: none.</param>
    /// <param name="declared">A <c>Content-Type</c>; null: none.</param>
    public static string Detect(ReadOnlySpan<byte> head, string? name = null, string? declared = null)
    {
        var (sniffed, named) = (Sniff(head), OfName(name));
        if (sniffed is not null and not Zip)
            return sniffed;
        var header = Bare(declared);
        return named ?? (header is null or Unknown or Zip ? sniffed ?? header : header) ?? Unknown;
    }

    /// <summary>The type by the first bytes; null when they say nothing.</summary>
    public static string? Sniff(ReadOnlySpan<byte> head) => Picture(head) ?? Sound(head) ?? Film(head) ?? Document(head);

    /// <summary>PNG, JPEG, GIF or WebP, the pictures that models take; null for everything else.</summary>
    public static string? SniffImage(ReadOnlySpan<byte> head) => Picture(head) is (Png or Jpeg or Gif or WebP) and var mime ? mime : null;

    /// <summary>The type by the end of a file name or path; null when it is not known.</summary>
    public static string? OfName(string? name) => s_byExtension.GetValueOrDefault(Path.GetExtension(name ?? string.Empty));

    /// <summary>The usual end of a file name for a type, with the dot; null when it is not known.</summary>
    public static string? Extension(string? mime) => s_byMime.GetValueOrDefault(Bare(mime) ?? string.Empty);

    /// <summary>A <c>Content-Type</c> without parameters, in lower case; null for none.</summary>
    public static string? Bare(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } bare ? bare : null;

    private static string? Picture(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => Png,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => Jpeg,
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => Gif,
        _ when head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8) => WebP,
        _ when head.StartsWith("BM"u8) && head.Length > 14 && head[6..10].IndexOfAnyExcept((byte)0) < 0 => "image/bmp",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0]) || head.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0, 0x2A]) => "image/tiff",
        _ => Brand(head) switch
        {
            "heic" or "heix" or "hevc" or "heim" or "heis" or "mif1" or "msf1" => Heic,
            "avif" or "avis" => "image/avif",
            _ => null,
        },
    };

    private static string? Sound(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("OggS"u8) => head.IndexOf("theora"u8) >= 0 ? "video/ogg" : "audio/ogg",
        _ when head.StartsWith("ID3"u8) => "audio/mpeg",
        _ when head.StartsWith("RIFF"u8) && At(head, 8, "WAVE"u8) => "audio/wav",
        _ when head.StartsWith("fLaC"u8) => "audio/flac",
        _ when head.StartsWith("#!AMR"u8) => "audio/amr",
        _ when head.Length > 2 && head[0] == 0xFF && head[1] is 0xF1 or 0xF9 => "audio/aac",
        _ when head.Length > 2 && head[0] == 0xFF && head[1] is 0xFB or 0xF3 or 0xF2 or 0xFA => "audio/mpeg",
        _ => Brand(head)?.StartsWith("M4A", StringComparison.Ordinal) == true ? "audio/mp4" : null,
    };

    private static string? Film(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) => head.IndexOf("webm"u8) >= 0 ? "video/webm" : "video/x-matroska",
        _ when head.StartsWith("RIFF"u8) && At(head, 8, "AVI "u8) => "video/x-msvideo",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xBA]) => "video/mpeg",
        _ => Brand(head) switch
        {
            null => null,
            "qt  " => "video/quicktime",
            var brand when brand.StartsWith("3g", StringComparison.Ordinal) => "video/3gpp",
            _ => "video/mp4",
        },
    };

    private static string? Document(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => "application/pdf",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 3, 4]) => Zip,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => "application/gzip",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) => "application/x-7z-compressed",
        _ when head.StartsWith("Rar!"u8) => "application/vnd.rar",
        _ => null,
    };

    private static string? Brand(ReadOnlySpan<byte> head) => At(head, 4, "ftyp"u8) && head.Length >= 12 ? Encoding.ASCII.GetString(head[8..12]) : null;

    private static bool At(ReadOnlySpan<byte> head, int at, ReadOnlySpan<byte> bytes) => head.Length >= at + bytes.Length && head[at..].StartsWith(bytes);
}
