using System.Text.Json;

namespace OpenClaw.Channels.Sidecars;

/// <summary>The answer to a request.</summary>
/// <param name="Result">The result; undefined when <paramref name="Fault"/> says why there is none.</param>
/// <param name="Fault">Null when it worked.</param>
public readonly record struct RpcReply(JsonElement Result, RpcFault? Fault)
{
    /// <summary>True when it worked.</summary>
    public bool Ok => Fault is null;

    internal static RpcReply Failed(int code, string message) => new(default, new RpcFault(code, message));
}
