using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Storage;

/// <summary>The identity of a file's content: lower-case hexadecimal SHA-256.</summary>
public static class ContentHash
{
    /// <summary>The hash of a file that does not exist: that of the empty text.</summary>
    public const string OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Hash of raw bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Hash of a text in UTF-8.</summary>
    public static string Of(string content) => Of(Encoding.UTF8.GetBytes(content));
}
