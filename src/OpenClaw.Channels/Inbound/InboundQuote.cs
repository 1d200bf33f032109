namespace OpenClaw.Channels.Inbound;

/// <summary>The message that is answered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">Its text or a placeholder.</param>
/// <param name="SenderLabel">Its author, for people.</param>
/// <param name="SenderId">Its author's id.</param>
/// <param name="IsQuote">True: <paramref name="Body"/> is the part that was marked.</param>
/// <param name="IsToSelf">True: we wrote it.</param>
public sealed record InboundQuote(string? Id, string? Body, string? SenderLabel = null, string? SenderId = null, bool IsQuote = false, bool IsToSelf = false);
