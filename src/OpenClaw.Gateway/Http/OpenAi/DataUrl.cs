namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>A <c>data:</c> address in base64.</summary>
/// <param name="MimeType">As written, parameters included.</param>
/// <param name="Base64">Its data, not decoded.</param>
internal sealed record DataUrl(string MimeType, string Base64)
{
    private const string Scheme = "data:";
    private const string Encoding = ";base64";

    /// <summary>Null for anything else.</summary>
    public static DataUrl? Parse(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && comma > 0
            && text[..comma].EndsWith(Encoding, StringComparison.OrdinalIgnoreCase)
                ? new DataUrl(text[Scheme.Length..(comma - Encoding.Length)], text[(comma + 1)..])
                : null;
    }
}
