using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Channels.Outbound;

/// <summary>
/// Keys of the outbox. A message of several parts has one per part: <c>key</c>, <c>key#2</c>, <c>key#3</c> … A message that failed for a
/// passing reason and is asked for again under its key has <c>key~2</c> and so on, for the parts that are still missing.
/// </summary>
public static class OutboxKeys
{
    private const int MaxLength = 256;
    private const char PartMark = '#';
    private const char RoundMark = '~';

    /// <summary>A caller's idempotency key as the outbox writes it: without its own marks, and of bounded length.</summary>
    public static string Of(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > MaxLength)
            return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return key.AsSpan().ContainsAny(PartMark, RoundMark, '=')
            ? key.Replace("=", "=3D", StringComparison.Ordinal).Replace("#", "=23", StringComparison.Ordinal).Replace("~", "=7E", StringComparison.Ordinal)
            : key;
    }

    /// <summary>Key of one part, counted from 1.</summary>
    public static string Part(string messageKey, int number) => number == 1 ? messageKey : Marked(messageKey, PartMark, number);

    /// <summary>Key of a message that is asked for again, counted from 1.</summary>
    internal static string Round(string messageKey, int round) => round == 1 ? messageKey : Marked(messageKey, RoundMark, round);

    /// <summary>Message and part of a key.</summary>
    internal static (string MessageKey, int Number) Split(string key)
    {
        var mark = key.LastIndexOf(PartMark);
        return mark > 0 && int.TryParse(key.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (key[..mark], number)
            : (key, 1);
    }

    /// <summary>How the platform knows the part: the same whenever the same part of the same message is asked for.</summary>
    internal static string ClientId(string key)
    {
        var (message, number) = Split(key);
        var round = message.LastIndexOf(RoundMark);
        return Part(round > 0 ? message[..round] : message, number);
    }

    private static string Marked(string key, char mark, int number) => string.Create(CultureInfo.InvariantCulture, $"{key}{mark}{number}");
}
