using System.Text.Json.Nodes;
using OpenClaw.Client.Identity;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Gateway.Tests.Support;

/// <summary>Makes <c>connect</c> params, and breaks them on request.</summary>
public sealed record Hello
{
    public string ClientId { get; init; } = "test";

    public string Mode { get; init; } = "test";

    public string? DisplayName { get; init; }

    public string Platform { get; init; } = "linux";

    public string? InstanceId { get; init; }

    public string Role { get; init; } = "operator";

    public IReadOnlyList<string> Scopes { get; init; } = ["operator.admin", "operator.approvals", "operator.pairing"];

    public string? Token { get; init; } = TestGateway.Token;

    public string? Password { get; init; }

    public string? DeviceToken { get; init; }

    public string? BootstrapToken { get; init; }

    public int MinProtocol { get; init; } = 3;

    public int MaxProtocol { get; init; } = 3;

    /// <summary>Null: connect without a device.</summary>
    public DeviceIdentity? Device { get; init; }

    /// <summary>Sign the form with a nonce; false: v1.</summary>
    public bool WithNonce { get; init; } = true;

    /// <summary>Sign as the newer clients do.</summary>
    public bool SignV3 { get; init; }

    public TimeSpan ClockOffset { get; init; }

    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Breaks the params after they were signed.</summary>
    public Action<JsonObject>? Tamper { get; init; }

    public JsonObject ToParams(string nonce, TimeProvider? time = null)
    {
        var client = new JsonObject { ["id"] = ClientId };
        if (DisplayName is not null)
            client["displayName"] = DisplayName;
        client["version"] = "1.0.0";
        client["platform"] = Platform;
        client["mode"] = Mode;
        if (InstanceId is not null)
            client["instanceId"] = InstanceId;
        var auth = new JsonObject();
        if (Token is not null)
            auth["token"] = Token;
        if (Password is not null)
            auth["password"] = Password;
        if (DeviceToken is not null)
            auth["deviceToken"] = DeviceToken;
        if (BootstrapToken is not null)
            auth["bootstrapToken"] = BootstrapToken;
        var result = new JsonObject
        {
            ["minProtocol"] = MinProtocol,
            ["maxProtocol"] = MaxProtocol,
            ["client"] = client,
            ["role"] = Role,
            ["scopes"] = new JsonArray([.. Scopes.Select(s => (JsonNode)s)]),
            ["caps"] = new JsonArray(),
        };
        if (auth.Count > 0)
            result["auth"] = auth;
        if (Commands is not null)
            result["commands"] = new JsonArray([.. Commands.Select(c => (JsonNode)c)]);
        if (Device is not null)
            result["device"] = Proof(nonce, time ?? TimeProvider.System);
        Tamper?.Invoke(result);
        return result;
    }

    private JsonObject Proof(string nonce, TimeProvider time)
    {
        var signedAt = (time.GetUtcNow() + ClockOffset).ToUnixTimeMilliseconds();
        var token = Token ?? DeviceToken ?? BootstrapToken;
        var text = !WithNonce ? DeviceSignatureText.V1(Device!.DeviceId, ClientId, Mode, Role, Scopes, signedAt, token)
            : SignV3 ? DeviceSignatureText.V3(Device!.DeviceId, ClientId, Mode, Role, Scopes, signedAt, token, nonce, Platform, null)
            : DeviceSignatureText.V2(Device!.DeviceId, ClientId, Mode, Role, Scopes, signedAt, token, nonce);
        var proof = new JsonObject
        {
            ["id"] = Device.DeviceId,
            ["publicKey"] = Device.PublicKey,
            ["signature"] = Device.Sign(text),
            ["signedAt"] = signedAt,
        };
        if (WithNonce)
            proof["nonce"] = nonce;
        return proof;
    }
}
