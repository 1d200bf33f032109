using OpenClaw.Agents.Delivery;

namespace OpenClaw.Agents.Replies;

/// <summary>Where the blocks of an answer go.</summary>
/// <param name="reply">One block.</param>
/// <param name="ct">Ends with the time a block may take.</param>
/// <returns>What became of it.</returns>
public delegate Task<DeliveryReceipt> ReplySink(ReplyPayload reply, CancellationToken ct);
