using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Client.Identity;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>The key pair behind one connection label of a recording.</summary>
internal sealed class TestDevice
{
    private readonly byte[] _seed = Ed25519Keys.GenerateSeed();

    public TestDevice()
    {
        var publicKey = Ed25519Keys.PublicKeyOf(_seed);
        Id = Ed25519Keys.DeviceIdOf(publicKey);
        PublicKey = Base64Url.EncodeToString(publicKey);
    }

    public string Id { get; }

    public string PublicKey { get; }

    /// <summary>The proof over connect params whose placeholders are filled in (spec 01 §5): v2 with a nonce, v1 without.</summary>
    public string Sign(JsonObject connect)
    {
        var device = (JsonObject)connect["device"]!;
        var client = (JsonObject)connect["client"]!;
        var nonce = device["nonce"]?.GetValue<string>();
        var scopes = connect["scopes"] as JsonArray ?? [];
        string[] fields =
        [
            nonce is null ? "v1" : "v2",
            device["id"]!.GetValue<string>(),
            client["id"]!.GetValue<string>(),
            client["mode"]!.GetValue<string>(),
            connect["role"]?.GetValue<string>() ?? "operator",
            string.Join(',', scopes.Select(s => s!.GetValue<string>())),
            device["signedAt"]!.GetValue<long>().ToString(CultureInfo.InvariantCulture),
            connect["auth"]?["token"]?.GetValue<string>() ?? "",
        ];
        var text = string.Join('|', fields);
        return Ed25519Keys.Sign(_seed, nonce is null ? text : text + "|" + nonce);
    }

    /// <summary>A signature by the right key over something else.</summary>
    public string SignSomethingElse() => Ed25519Keys.Sign(_seed, "something else");
}
