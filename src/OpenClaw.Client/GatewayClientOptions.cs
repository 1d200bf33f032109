using OpenClaw.Client.Identity;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Client;

/// <summary>Whom to connect to, as whom, and how patiently. Immutable; change it with <c>with</c>.</summary>
public sealed record GatewayClientOptions
{
    /// <summary><c>ws://</c> or <c>wss://</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>Which program connects.</summary>
    public required ClientInfo Client { get; init; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public string Role { get; init; } = Roles.Operator;

    /// <summary>Requested scopes, signed in this order.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Shared token. A device token in <see cref="Tokens"/> is tried before it.</summary>
    public string? Token { get; init; }

    /// <summary>Shared password.</summary>
    public string? Password { get; init; }

    /// <summary>The device key to prove; null connects without one.</summary>
    public DeviceIdentity? Identity { get; init; }

    /// <summary>Where device tokens are kept; null keeps none.</summary>
    public DeviceTokenStore? Tokens { get; init; }

    /// <summary>Capabilities.</summary>
    public IReadOnlyList<string> Caps { get; init; } = [];

    /// <summary>Node only: commands it can run.</summary>
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Node only: what the operating system granted.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>Node only: its search path.</summary>
    public string? PathEnv { get; init; }

    /// <summary>
    /// SHA-256 of the server's certificate in hex; colons and a <c>sha256:</c> prefix are tolerated. When set, only this certificate
    /// is accepted, whoever signed it.
    /// </summary>
    public string? TlsFingerprint { get; init; }

    /// <summary>Lowest protocol offered. 3 to 4 is understood by gateways of both eras.</summary>
    public int MinProtocol { get; init; } = ProtocolLimits.MinProtocol;

    /// <summary>Highest protocol offered.</summary>
    public int MaxProtocol { get; init; } = ProtocolLimits.MaxProtocol;

    /// <summary>How long one attempt may take, from dialling to hello-ok.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromMilliseconds(ProtocolLimits.ClientRequestTimeoutMs);

    /// <summary>How long a request may take when it does not say.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMilliseconds(ProtocolLimits.ClientRequestTimeoutMs);

    /// <summary>True: a lost connection is dialled again, with back-off, until the client is disposed.</summary>
    public bool Reconnect { get; init; }

    /// <summary>
    /// How many unread events are kept. Over it the oldest are dropped and a <see cref="GatewayEventKind.Gap"/> says so. 0 keeps none,
    /// for a caller that only asks.
    /// </summary>
    public int EventCapacity { get; init; }

    /// <summary>Clock of time-outs, watchdog and back-off.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Address and role only: the rest holds secrets.</summary>
    public override string ToString() => $"{Role} at {Url}";
}
