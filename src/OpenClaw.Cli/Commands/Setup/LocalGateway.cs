using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OpenClaw.Cli.Commands.Setup;

/// <summary>What a config needs before a gateway may start on it: mode local, and a secret (spec 00 A10).</summary>
internal static class LocalGateway
{
    private const int TokenBytes = 24;

    /// <summary>Adds what is missing; what is there stays.</summary>
    public static void Fill(JsonObject config)
    {
        var gateway = Json.Child(config, "gateway");
        gateway["mode"] ??= "local";
        var auth = Json.Child(gateway, "auth");
        if (auth["token"] is not null || auth["password"] is not null || auth["mode"]?.ToString() == "password")
            return;
        auth["mode"] ??= "token";
        auth["token"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
    }
}
