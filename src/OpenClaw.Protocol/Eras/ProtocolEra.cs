using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Eras;

/// <summary>
/// What differs between the clients of 2026.1 (protocol 3) and those of 2026.9 (protocol 4). Handlers ask the era of a connection
/// instead of comparing numbers (spec 01 §17, §19).
/// </summary>
public sealed record ProtocolEra
{
    private ProtocolEra(int protocol) => Protocol = protocol;

    /// <summary>Clients of 2026.1.</summary>
    public static ProtocolEra First { get; } = new(ProtocolLimits.MinProtocol);

    /// <summary>Clients of 2026.9.</summary>
    public static ProtocolEra Second { get; } = new(ProtocolLimits.MaxProtocol);

    /// <summary>Negotiated protocol version.</summary>
    public int Protocol { get; }

    /// <summary>Error code for a missing scope; the text is the same in both eras.</summary>
    public string MissingScopeCode => this == First ? ErrorCodes.InvalidRequest : ErrorCodes.Forbidden;

    /// <summary>The error for a missing scope says in <c>details</c> which one.</summary>
    public bool DetailsMissingScope => this == Second;

    /// <summary><c>hello-ok.auth</c> is sent even without a device token; older clients expect it only with one.</summary>
    public bool AlwaysSendsAuth => this == Second;

    /// <summary><c>hello-ok.auth.method</c> is sent.</summary>
    public bool SendsAuthMethod => this == Second;

    /// <summary><c>hello-ok.features.capabilities</c> is sent.</summary>
    public bool SendsCapabilities => this == Second;

    /// <summary>Unknown members of <c>connect</c>, <c>client</c> and <c>auth</c> are refused rather than ignored.</summary>
    public bool IsStrictAtConnect => this == First;

    /// <summary>
    /// The era to speak with a client of this range, or null when there is none in common. The caller refuses with
    /// <c>protocol mismatch</c> and <c>details.expectedProtocol</c> 3, on which a newer node host tries again with 3.
    /// </summary>
    public static ProtocolEra? Negotiate(long minProtocol, long maxProtocol) =>
        minProtocol > Second.Protocol || maxProtocol < First.Protocol || minProtocol > maxProtocol ? null
        : maxProtocol >= Second.Protocol ? Second
        : First;
}
