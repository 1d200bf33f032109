namespace OpenClaw.Channels.Inbound;

/// <summary>Origin of a forwarded message (spec 10 §3.1).</summary>
/// <param name="From">For people.</param>
/// <param name="Type"><c>user</c>, <c>hidden_user</c>, <c>chat</c>, <c>channel</c>, <c>legacy_…</c>.</param>
/// <param name="Id">Id of the origin.</param>
/// <param name="Username">Handle.</param>
/// <param name="Title">Title of the chat.</param>
/// <param name="Signature">Author's signature.</param>
/// <param name="Date">When it was first sent, epoch milliseconds.</param>
public sealed record InboundForward(
    string From, string Type, string? Id = null, string? Username = null, string? Title = null, string? Signature = null, long? Date = null);
