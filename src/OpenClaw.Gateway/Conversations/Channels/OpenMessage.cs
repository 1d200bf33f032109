using OpenClaw.Channels.Inbound;
using OpenClaw.Gateway.Conversations.Inbound;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>A message of a channel that has a place in its session's line and whose end is owed to the journal.</summary>
/// <param name="Accepted">The message.</param>
/// <param name="Ticket">Its place.</param>
/// <param name="Answer">What its writer sees of the answer before it is there.</param>
internal sealed record OpenMessage(AcceptedMessage Accepted, InboundTicket Ticket, AnswerInProgress Answer);
