namespace OpenClaw.Channels.Inbound;

/// <summary>Marks an event that the intake made itself, out of one that several agents hear (spec 10 §7.9): each agent's copy has a row of its own.</summary>
/// <param name="AgentId">The agent that hears it.</param>
/// <param name="MadeBy">The running gateway that made it, and deals with it unless it ends before.</param>
public sealed record InboundCopy(string AgentId, string MadeBy);
