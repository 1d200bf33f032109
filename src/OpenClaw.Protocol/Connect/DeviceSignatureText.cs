using System.Globalization;

namespace OpenClaw.Protocol.Connect;

/// <summary>
/// The text a device signs to prove itself (spec 01 §5): fields joined with <c>|</c>, without escaping, encoded as UTF-8.
/// Scopes are the requested ones in the order sent, empty when none; the token is empty when none; a password is not covered.
/// </summary>
public static class DeviceSignatureText
{
    /// <summary>Without a nonce: accepted from local clients only.</summary>
    public static string V1(
        string deviceId, string clientId, string clientMode, string role, IEnumerable<string> scopes, long signedAtMs, string? token) =>
        string.Join('|', Fields("v1", deviceId, clientId, clientMode, role, scopes, signedAtMs, token));

    /// <summary>With the challenge nonce.</summary>
    public static string V2(
        string deviceId,
        string clientId,
        string clientMode,
        string role,
        IEnumerable<string> scopes,
        long signedAtMs,
        string? token,
        string nonce) =>
        string.Join('|', [.. Fields("v2", deviceId, clientId, clientMode, role, scopes, signedAtMs, token), nonce]);

    /// <summary>With the challenge nonce and the machine, as the newer clients sign (spec 01 §19.1).</summary>
    public static string V3(
        string deviceId,
        string clientId,
        string clientMode,
        string role,
        IEnumerable<string> scopes,
        long signedAtMs,
        string? token,
        string nonce,
        string? platform,
        string? deviceFamily) =>
        string.Join('|', [
            .. Fields("v3", deviceId, clientId, clientMode, role, scopes, signedAtMs, token),
            nonce,
            Plain(platform),
            Plain(deviceFamily),
        ]);

    private static string[] Fields(
        string version,
        string deviceId,
        string clientId,
        string clientMode,
        string role,
        IEnumerable<string> scopes,
        long signedAtMs,
        string? token) =>
        [
            version,
            deviceId,
            clientId,
            clientMode,
            role,
            string.Join(',', scopes),
            signedAtMs.ToString(CultureInfo.InvariantCulture),
            token ?? "",
        ];

    // Only ASCII letters are lowered, so that both sides agree whatever their culture tables say.
    private static string Plain(string? text) => string.Create(
        (text ?? "").Trim().Length,
        (text ?? "").Trim(),
        static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        });
}
