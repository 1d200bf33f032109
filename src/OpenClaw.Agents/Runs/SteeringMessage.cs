using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Runs;

/// <summary>Something said to a run while it was working.</summary>
/// <param name="Text">The text.</param>
/// <param name="Images">Pictures that came with it.</param>
/// <param name="MessageId">Stored with it; null for callers that have no message ids.</param>
/// <param name="PromptId">Id of its transcript entry; null: any.</param>
public sealed record SteeringMessage(string Text, IReadOnlyList<ContentPart.Image> Images, string? MessageId = null, string? PromptId = null);
