using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OpenClaw.Client.Connection;

/// <summary>Accepts exactly one certificate, recognised by its SHA-256 (spec 01 §18).</summary>
internal sealed class CertificatePin(string fingerprint)
{
    private readonly string _expected = Normalize(fingerprint);

    /// <summary>Set when a certificate was refused, for the message.</summary>
    public string? Refused { get; private set; }

    /// <summary>Lower-case hex without separators.</summary>
    public static string Normalize(string fingerprint)
    {
        var text = fingerprint.Trim().ToLowerInvariant();
        if (text.StartsWith("sha256:", StringComparison.Ordinal))
            text = text["sha256:".Length..];
        return string.Concat(text.Where(char.IsAsciiHexDigit));
    }

    /// <summary>Whoever signed it and whatever name it carries: the pin is stricter than either.</summary>
    public bool Accept(X509Certificate? certificate)
    {
        var actual = certificate is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData()));
        if (actual == _expected)
            return true;
        Refused = $"the certificate's SHA-256 is {actual}, expected {_expected}";
        return false;
    }
}
