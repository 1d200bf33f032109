using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Channels.Outbound;

/// <summary>Keys of the outbox. A message of several parts has one per part: <c>key</c>, <c>key#2</c>, <c>key#3</c> …</summary>
public static class OutboxKeys
{
    private const int MaxLength = 256;
    private const char PartMark = '#';

    /// <summary>A caller's idempotency key as the outbox writes it: it cannot look like a part of another, and is of bounded length.</summary>
    public static string Of(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > MaxLength)
            return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return key.AsSpan().ContainsAny(PartMark, '=')
            ? key.Replace("=", "=3D", StringComparison.Ordinal).Replace("#", "=23", StringComparison.Ordinal)
            : key;
    }

    /// <summary>Key of one part, counted from 1.</summary>
    public static string Part(string messageKey, int number) =>
        number == 1 ? messageKey : string.Create(CultureInfo.InvariantCulture, $"{messageKey}{PartMark}{number}");

    /// <summary>Message and part of a key.</summary>
    internal static (string MessageKey, int Number) Split(string key)
    {
        var mark = key.LastIndexOf(PartMark);
        return mark > 0 && int.TryParse(key.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (key[..mark], number)
            : (key, 1);
    }
}
