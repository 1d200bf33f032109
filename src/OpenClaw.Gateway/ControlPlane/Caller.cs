using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Eras;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Who is behind a connection, as decided by the handshake. Immutable for the life of the connection.</summary>
public sealed record Caller
{
    /// <summary>The connection's id (UUID), also sent in <c>hello-ok.server.connId</c>.</summary>
    public required string ConnId { get; init; }

    /// <summary><c>operator</c> or <c>node</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Scopes granted to the connection: from its pairing, or from the shared secret (spec 12).</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The era the client speaks.</summary>
    public required ProtocolEra Era { get; init; }

    /// <summary><c>client.id</c>, e.g. <c>cli</c>.</summary>
    public required string ClientId { get; init; }

    /// <summary><c>client.mode</c>, e.g. <c>webchat</c>.</summary>
    public required string ClientMode { get; init; }

    /// <summary><c>client.version</c>.</summary>
    public string ClientVersion { get; init; } = "";

    /// <summary><c>client.displayName</c>.</summary>
    public string? DisplayName { get; init; }

    /// <summary><c>client.platform</c>.</summary>
    public string Platform { get; init; } = "";

    /// <summary><c>client.deviceFamily</c>.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary><c>client.modelIdentifier</c>.</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary><c>client.instanceId</c>.</summary>
    public string? InstanceId { get; init; }

    /// <summary><c>caps</c>, e.g. <c>tool-events</c>.</summary>
    public IReadOnlyList<string> Caps { get; init; } = [];

    /// <summary>The proven device, if any.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Role node: the node's id (device id, else client id). Null for an operator.</summary>
    public string? NodeId { get; init; }

    /// <summary>True for a caller on this host (spec 01 §6 with the rule of spec 12).</summary>
    public bool IsLocal { get; init; }

    /// <summary>Address to show; null for a local caller.</summary>
    public string? ReportedIp { get; init; }

    /// <summary>True for <c>client.mode</c> webchat or <c>client.id</c> webchat-ui (spec 01 §4.2).</summary>
    public bool IsWebChat => ClientMode == ClientModes.Webchat || ClientId == ClientIds.WebchatUi;

    /// <summary>True when the caller is a node.</summary>
    public bool IsNode => Role == Roles.Node;

    /// <summary>True when an operator holds <paramref name="scope"/> or admin. A node holds none.</summary>
    /// <param name="scope">For example <c>operator.write</c>.</param>
    public bool Holds(string scope) => !IsNode && (Scopes.Contains(scope) || Scopes.Contains(OpenClaw.Protocol.Scopes.Admin));
}
