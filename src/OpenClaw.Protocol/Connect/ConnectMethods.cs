using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Connect;

/// <summary>The handshake.</summary>
public static class ConnectMethods
{
    /// <summary>Opens the conversation; valid as the first request only.</summary>
    public static MethodDefinition<ConnectParams, HelloOk> Connect { get; } = new(
        "connect",
        MethodScope.Admin,
        static () => ProtocolJson.Default.ConnectParams,
        static () => ProtocolJson.Default.HelloOk)
    {
        Summary = "Opens the conversation; valid as the first request only.",
        Advertised = false,
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Connect];
}
