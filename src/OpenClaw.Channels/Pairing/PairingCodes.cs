using System.Security.Cryptography;

namespace OpenClaw.Channels.Pairing;

/// <summary>Codes that people read to each other: nothing in them looks like something else.</summary>
internal static class PairingCodes
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 8;
    private const int MaxTries = 500;

    /// <summary>A code that nobody waits with.</summary>
    /// <exception cref="InvalidOperationException">None was found, which does not happen with real random numbers.</exception>
    public static string New(IReadOnlyCollection<string> taken)
    {
        for (var i = 0; i < MaxTries; i++)
        {
            var code = RandomNumberGenerator.GetString(Alphabet, Length);
            if (!taken.Contains(code))
                return code;
        }

        throw new InvalidOperationException("no pairing code was left");
    }

    /// <summary>A code as somebody typed it.</summary>
    public static string Read(string? typed) => (typed ?? string.Empty).Trim().ToUpperInvariant();
}
