using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;
using OpenClaw.Storage;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>The gateway's certificate (spec 05 §13.6): from the configured PEM files, or self-signed once and kept.</summary>
internal static class GatewayTls
{
    private const int ValidDays = 3650;

    /// <summary>The certificate, or why there is none.</summary>
    public static (X509Certificate2? Certificate, string? Problem) Load(GatewayTlsConfig config, ConfigPaths paths, TimeProvider time)
    {
        var directory = Path.Combine(paths.StateDir, "gateway", "tls");
        var certPath = config.CertPath is { } cert ? paths.Expand(cert) : Path.Combine(directory, "gateway-cert.pem");
        var keyPath = config.KeyPath is { } key ? paths.Expand(key) : Path.Combine(directory, "gateway-key.pem");
        try
        {
            var (hasCert, hasKey) = (File.Exists(certPath), File.Exists(keyPath));
            if (!hasCert && !hasKey && config.AutoGenerate)
                Generate(certPath, keyPath, time);
            else if (!hasCert)
                return (null, $"gateway.tls.certPath: {certPath} does not exist");
            else if (!hasKey)
                return (null, $"gateway.tls.keyPath: {keyPath} does not exist");
            return (X509Certificate2.CreateFromPemFile(certPath, keyPath), null);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return (null, $"gateway.tls: {certPath} and {keyPath} cannot be used: {e.Message}");
        }
    }

    private static void Generate(string certPath, string keyPath, TimeProvider time)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=openclaw-gateway", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(ValidDays));
        AtomicFile.Write(keyPath, rsa.ExportPkcs8PrivateKeyPem());
        AtomicFile.Write(certPath, certificate.ExportCertificatePem());
    }
}
