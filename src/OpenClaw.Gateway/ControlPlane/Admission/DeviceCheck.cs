using System.Text.Json.Nodes;
using OpenClaw.Client.Identity;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>Proof of a device key: rows 10 to 15 of spec 01 §4.3, signature forms v3, v2 and (local, without nonce) v1.</summary>
internal static class DeviceCheck
{
    /// <summary>Null when the proof holds; else the refusal.</summary>
    /// <param name="parameters">The whole connect.</param>
    /// <param name="role">Effective role.</param>
    /// <param name="nonce">The nonce of this socket.</param>
    /// <param name="isLocal">A local client may leave the nonce out.</param>
    /// <param name="nowMs">Our clock.</param>
    public static GatewayError? Refusal(ConnectParams parameters, string role, string nonce, bool isLocal, long nowMs)
    {
        var device = parameters.Device!;
        if (Ed25519Keys.DeviceIdOf(device.PublicKey) != device.Id)
            return Refuse("device identity mismatch", "DEVICE_AUTH_DEVICE_ID_MISMATCH", "device-id-mismatch");
        if (Math.Abs((double)nowMs - device.SignedAt) > ProtocolLimits.SignatureSkewMs)
            return Refuse("device signature expired", "DEVICE_AUTH_SIGNATURE_EXPIRED", "device-signature-stale");
        var presented = device.Nonce?.Trim() ?? "";
        if (presented.Length == 0 && !isLocal)
            return Refuse("device nonce required", "DEVICE_AUTH_NONCE_REQUIRED", "device-nonce-missing");
        if (presented.Length > 0 && presented != nonce)
            return Refuse("device nonce mismatch", "DEVICE_AUTH_NONCE_MISMATCH", "device-nonce-mismatch");
        return SignatureHolds(parameters, role, presented)
            ? null
            : Refuse("device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature");
    }

    /// <summary>The refusal of row 15; a key that decoded for its id decodes again, so this is a matter of form.</summary>
    public static GatewayError KeyInvalid() => Refuse("device public key invalid", "DEVICE_AUTH_PUBLIC_KEY_INVALID", "device-public-key");

    private static bool SignatureHolds(ConnectParams parameters, string role, string nonce)
    {
        var (device, client) = (parameters.Device!, parameters.Client);
        var scopes = parameters.Scopes ?? [];
        var token = SignedToken(parameters.Auth);
        bool Signed(string text) => Ed25519Keys.Verify(device.PublicKey, text, device.Signature);

        if (nonce.Length == 0)
            return Signed(DeviceSignatureText.V1(device.Id, client.Id, client.Mode, role, scopes, device.SignedAt, token));
        return Signed(DeviceSignatureText.V2(device.Id, client.Id, client.Mode, role, scopes, device.SignedAt, token, nonce))
            || Signed(DeviceSignatureText.V3(
                device.Id, client.Id, client.Mode, role, scopes, device.SignedAt, token, nonce, client.Platform, client.DeviceFamily));
    }

    private static string? SignedToken(ConnectAuth? auth) =>
        First(auth?.Token) ?? First(auth?.DeviceToken) ?? First(auth?.BootstrapToken);

    private static string? First(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static GatewayError Refuse(string text, string code, string reason) =>
        GatewayError.Invalid(text) with { Details = Details.Of(new JsonObject { ["code"] = code, ["reason"] = reason }) };
}
