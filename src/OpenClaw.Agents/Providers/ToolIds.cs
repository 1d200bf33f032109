using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Agents.Providers;

/// <summary>
/// Ids of tool calls as each format accepts them. A conversation may come from another provider, whose ids are longer or use other
/// characters; the same id always becomes the same text, and different ids stay different.
/// </summary>
internal static class ToolIds
{
    private const int AnthropicLength = 64;
    private const int OpenAiLength = 40;
    private const int MistralLength = 9;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Letters, digits, <c>_</c> and <c>-</c>, at most 64.</summary>
    public static string ForAnthropic(string id) => Shorten(string.Concat(id.Select(static c => IsWord(c) ? c : '_')), id, AnthropicLength);

    /// <summary>At most 40 characters; the half that belongs to the responses format goes.</summary>
    public static string ForOpenAi(string id) => Shorten(CallOf(id), id, OpenAiLength);

    /// <summary>Exactly nine letters and digits.</summary>
    public static string ForMistral(string id) =>
        id.Length == MistralLength && id.All(char.IsAsciiLetterOrDigit) ? id : Digest(id, MistralLength);

    /// <summary>The call half of <c>call|item</c>.</summary>
    public static string CallOf(string id) => id.IndexOf('|') is var cut and > 0 ? id[..cut] : id;

    /// <summary>The item half of <c>call|item</c>; null when there is none.</summary>
    public static string? ItemOf(string id) => id.IndexOf('|') is var cut and > 0 && cut < id.Length - 1 ? id[(cut + 1)..] : null;

    private static string Shorten(string text, string id, int length) =>
        text.Length <= length ? text : text[..(length - MistralLength - 1)] + "_" + Digest(id, MistralLength);

    private static string Digest(string id, int length) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(id)).Take(length).Select(static b => Alphabet[b % Alphabet.Length]));

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
