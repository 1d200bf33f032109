using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Devices;
using OpenClaw.Protocol.Eras;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>What is known about an attempt to connect; each row of the decision adds to it.</summary>
internal sealed class HandshakeAttempt(
    HandshakeRequest request, ConnectParams parameters, ProtocolEra era, string role, Peer peer, GatewayAuth auth, ControlUiRules page)
{
    public HandshakeRequest Request => request;

    public ConnectParams Params => parameters;

    /// <summary>What both sides speak.</summary>
    public ProtocolEra Era => era;

    /// <summary>Effective role.</summary>
    public string Role => role;

    public Peer Peer => peer;

    /// <summary>The secret in force when the attempt began.</summary>
    public GatewayAuth Auth => auth;

    public ControlUiRules Page => page;

    /// <summary>The device to be proven; null also when the config says to ignore it.</summary>
    public DeviceProof? Device { get; } = page.IgnoresDevice ? null : parameters.Device;

    /// <summary>Normalised key of the proven device.</summary>
    public string? PublicKey { get; set; }

    /// <summary>The pairing of the proven device.</summary>
    public PairedDevice? Paired { get; set; }

    /// <summary>What let it in.</summary>
    public AuthMethod Method { get; set; }

    /// <summary>The gateway's own secret let it in.</summary>
    public bool ShowedSecret => Method is AuthMethod.Token or AuthMethod.Password;

    /// <summary>The gateway's own secret, shown on the gateway's own host: nobody else needs to be asked.</summary>
    public bool OwnersSecretHere => peer.IsLocal && ShowedSecret;

    /// <summary>What the device token grants, if that is what let it in.</summary>
    public IReadOnlyList<string> TokenScopes { get; set; } = [];

    /// <summary>Effective scopes.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];
}
