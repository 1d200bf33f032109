using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>A fingerprint of the shared secret in force, to notice that it changed without keeping it around.</summary>
internal static class SecretStamps
{
    public static string Of(GatewayAuth auth)
    {
        var secret = auth.Mode == GatewayAuth.PasswordMode ? auth.Password : auth.Token;
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{auth.Mode}\n{secret}")), 0, 16);
    }
}
