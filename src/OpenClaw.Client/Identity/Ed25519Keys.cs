using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Org.BouncyCastle.Security;

namespace OpenClaw.Client.Identity;

/// <summary>
/// Ed25519 as the handshake uses it (spec 01 §5). Public keys and signatures travel as unpadded base64url; PEM and standard
/// base64 are read as well. Stateless and safe from any thread.
/// </summary>
/// <remarks>The framework has no Ed25519 on .NET 10, hence the managed implementation.</remarks>
public static class Ed25519Keys
{
    /// <summary>Length of a private seed and of a raw public key.</summary>
    public const int KeyLength = 32;

    /// <summary>Length of a raw signature.</summary>
    public const int SignatureLength = 64;

    // DER headers of the two containers; an Ed25519 key is always exactly header + 32 bytes (RFC 8410).
    private static readonly byte[] s_spkiHeader = Convert.FromHexString("302a300506032b6570032100");
    private static readonly byte[] s_pkcs8Header = Convert.FromHexString("302e020100300506032b657004220420");

    /// <summary>A new private seed from the system's random source.</summary>
    public static byte[] GenerateSeed()
    {
        var seed = new byte[KeyLength];
        Ed25519.GeneratePrivateKey(new SecureRandom(), seed);
        return seed;
    }

    /// <summary>The raw public key of a private seed.</summary>
    public static byte[] PublicKeyOf(ReadOnlySpan<byte> seed)
    {
        var publicKey = new byte[KeyLength];
        Ed25519.GeneratePublicKey(seed, publicKey);
        return publicKey;
    }

    /// <summary>Signs the UTF-8 bytes of <paramref name="text"/>; the result is unpadded base64url.</summary>
    public static string Sign(ReadOnlySpan<byte> seed, string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[SignatureLength];
        Ed25519.Sign(seed.ToArray(), 0, message, 0, message.Length, signature, 0);
        return Base64Url.EncodeToString(signature);
    }

    /// <summary>
    /// True when <paramref name="signature"/> (base64url or base64) is this key's signature of the UTF-8 bytes of
    /// <paramref name="text"/>. Anything undecodable is false, never an exception.
    /// </summary>
    /// <param name="publicKey">Base64url, base64 or PEM.</param>
    /// <param name="text">The signed text.</param>
    /// <param name="signature">64 bytes, encoded.</param>
    public static bool Verify(string publicKey, string text, string signature)
    {
        if (ReadPublicKey(publicKey) is not { } key || Decode(signature) is not { Length: SignatureLength } raw)
            return false;
        var message = Encoding.UTF8.GetBytes(text);
        return Ed25519.Verify(raw, 0, key, 0, message, 0, message.Length);
    }

    /// <summary>The raw 32 bytes of a public key given as base64url, base64 or PEM; null when it is none of them.</summary>
    public static byte[]? ReadPublicKey(string text)
    {
        if (text.Contains("BEGIN", StringComparison.Ordinal))
            return ReadPem(text, "PUBLIC KEY", s_spkiHeader);
        return Decode(text) is { Length: KeyLength } raw ? raw : null;
    }

    /// <summary>The one stored and compared form of a public key, unpadded base64url; null when it cannot be read.</summary>
    public static string? NormalizePublicKey(string text) =>
        ReadPublicKey(text) is { } raw ? Base64Url.EncodeToString(raw) : null;

    /// <summary>Lower-case hex SHA-256 of the raw key, which is the device id; null when the key cannot be read.</summary>
    public static string? DeviceIdOf(string publicKey) => ReadPublicKey(publicKey) is { } raw ? DeviceIdOf(raw) : null;

    /// <summary>Lower-case hex SHA-256 of a raw public key, which is the device id.</summary>
    public static string DeviceIdOf(ReadOnlySpan<byte> rawPublicKey) => Convert.ToHexStringLower(SHA256.HashData(rawPublicKey));

    /// <summary>The SPKI PEM of a raw public key, as the identity file stores it.</summary>
    public static string WritePublicPem(ReadOnlySpan<byte> rawPublicKey) => WritePem("PUBLIC KEY", s_spkiHeader, rawPublicKey);

    /// <summary>The PKCS8 PEM of a private seed, as the identity file stores it.</summary>
    public static string WritePrivatePem(ReadOnlySpan<byte> seed) => WritePem("PRIVATE KEY", s_pkcs8Header, seed);

    /// <summary>The private seed in a PKCS8 PEM; null when it holds no Ed25519 key.</summary>
    public static byte[]? ReadPrivatePem(string pem) => ReadPem(pem, "PRIVATE KEY", s_pkcs8Header);

    private static string WritePem(string label, byte[] header, ReadOnlySpan<byte> key) =>
        PemEncoding.WriteString(label, [.. header, .. key]) + "\n";

    private static byte[]? ReadPem(string pem, string label, byte[] header)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || !pem.AsSpan()[fields.Label].SequenceEqual(label))
            return null;
        var der = Decode(pem[fields.Base64Data]);
        return der is not null && der.Length == header.Length + KeyLength && der.AsSpan().StartsWith(header)
            ? der[header.Length..]
            : null;
    }

    /// <summary>Both base64 alphabets, padded or not, white space ignored: what clients of either era have been seen to send.</summary>
    private static byte[]? Decode(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var buffer = new byte[Base64Url.GetMaxDecodedLength(plain.Length)];
        // The span form reports bad characters as a status; TryDecode would throw for them.
        return Base64Url.DecodeFromChars(plain, buffer, out _, out var written) == OperationStatus.Done ? buffer[..written] : null;
    }
}
