using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Transcripts;

/// <summary>An assistant turn as it is stored.</summary>
public sealed record AssistantRecord(
    IReadOnlyList<ContentPart> Content,
    string Api,
    string Provider,
    string Model,
    TokenUsage Usage,
    ModelCost Cost,
    string StopReason,
    string? ErrorMessage = null);
