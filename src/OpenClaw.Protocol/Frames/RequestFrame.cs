namespace OpenClaw.Protocol.Frames;

/// <summary>A request as it came off the socket: the header decoded, the params still raw (spec 01 §2).</summary>
/// <param name="Id">Echoed in the answer; at least one character, not checked for uniqueness.</param>
/// <param name="Method">Method name as sent; it need not exist.</param>
/// <param name="Params">
/// Raw JSON of the params, a slice of the message it was read from; empty when the member was absent or <c>null</c>.
/// Valid only as long as that buffer.
/// </param>
/// <param name="TraceParent">W3C trace context of a newer client.</param>
public sealed record RequestFrame(string Id, string Method, ReadOnlyMemory<byte> Params, string? TraceParent = null)
{
    private static readonly byte[] s_emptyObject = "{}"u8.ToArray();

    /// <summary>The params, with an absent or <c>null</c> member read as <c>{}</c>, as every method but <c>connect</c> does.</summary>
    public ReadOnlyMemory<byte> ParamsOrEmpty => Params.IsEmpty ? s_emptyObject : Params;
}
