using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Payload of the successful <c>connect</c> response (spec 01 §9).</summary>
public sealed record HelloOk
{
    /// <summary>Always <c>hello-ok</c>.</summary>
    [Values(Kind)]
    public string Type { get; } = Kind;

    /// <summary>Negotiated protocol version.</summary>
    public required long Protocol { get; init; }

    /// <summary>The gateway.</summary>
    public required HelloServer Server { get; init; }

    /// <summary>What it can do.</summary>
    public required HelloFeatures Features { get; init; }

    /// <summary>State at this moment.</summary>
    public required HelloSnapshot Snapshot { get; init; }

    /// <summary>Where canvas files are served.</summary>
    public string? CanvasHostUrl { get; init; }

    /// <summary>What was granted; always present for protocol 4, with a device token for protocol 3.</summary>
    public HelloAuth? Auth { get; init; }

    /// <summary>Limits.</summary>
    public required HelloPolicy Policy { get; init; }

    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string Kind = "hello-ok";
}
