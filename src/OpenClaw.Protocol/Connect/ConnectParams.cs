using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Params of <c>connect</c>, the first request of a socket (spec 01 §4.2): the union of both protocol eras.</summary>
public sealed record ConnectParams
{
    /// <summary>Lowest protocol version the client speaks.</summary>
    [Bounds(Min = 1)]
    public required long MinProtocol { get; init; }

    /// <summary>Highest protocol version the client speaks.</summary>
    [Bounds(Min = 1)]
    public required long MaxProtocol { get; init; }

    /// <summary>Who connects.</summary>
    public required ClientInfo Client { get; init; }

    /// <summary>Capabilities; absent means none.</summary>
    [ItemSize(Min = 1)]
    public IReadOnlyList<string>? Caps { get; init; }

    /// <summary>Node only: commands it can run.</summary>
    [ItemSize(Min = 1)]
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>Node only: what the operating system granted.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>Node only: its search path.</summary>
    public string? PathEnv { get; init; }

    /// <summary>One of <see cref="Roles"/>; absent means operator.</summary>
    [Size(Min = 1)]
    public string? Role { get; init; }

    /// <summary>Requested scopes, in the order that was signed.</summary>
    [ItemSize(Min = 1)]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Proof of a device key.</summary>
    public DeviceProof? Device { get; init; }

    /// <summary>Credentials.</summary>
    public ConnectAuth? Auth { get; init; }

    /// <summary>Not used.</summary>
    public string? Locale { get; init; }

    /// <summary>Not used.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Newer clients only; not used.</summary>
    public JsonElement? ComputerUse { get; init; }

    /// <summary>Newer clients only; not used.</summary>
    public IReadOnlyDictionary<string, JsonElement>? WorkerRuns { get; init; }

    /// <summary>Newer clients only; not used.</summary>
    public IReadOnlyDictionary<string, JsonElement>? ModelCatalog { get; init; }
}
