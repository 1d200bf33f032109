namespace OpenClaw.Channels.Accounts;

/// <summary>Ids of the accounts of a channel (spec 10 §1.2).</summary>
public static class AccountIds
{
    /// <summary>The account of a channel that has no <c>accounts</c>.</summary>
    public const string Default = "default";

    private const int MaxLength = 64;

    /// <summary>Lower case; runs of characters that an id cannot hold become one dash; at most 64; empty becomes <see cref="Default"/>.</summary>
    public static string Normalize(string? text)
    {
        var given = (text ?? "").Trim().ToLowerInvariant();
        if (IsId(given))
            return given;

        var id = new System.Text.StringBuilder(given.Length);
        foreach (var c in given)
        {
            if (IsIdCharacter(c))
                id.Append(c);
            else if (id.Length > 0 && id[^1] != '-')
                id.Append('-');
        }

        var cut = id.ToString().Trim('-');
        if (cut.Length > MaxLength)
            cut = cut[..MaxLength];
        return cut.Length == 0 ? Default : cut;
    }

    private static bool IsId(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(text[0]) && text.All(IsIdCharacter);

    private static bool IsIdCharacter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_';
}
