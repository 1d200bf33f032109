using OpenClaw.Agents.Models;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>A conversation to shorten.</summary>
/// <param name="SessionKey">Canonical session key.</param>
/// <param name="SessionId">The session the transcript belongs to; when the entry holds another one meanwhile, it is left alone.</param>
/// <param name="Transcript">The conversation.</param>
/// <param name="Candidate">The model that writes the summary.</param>
/// <param name="ContextTokens">What the session may use.</param>
/// <param name="Instructions">What a person wants the summary to keep; null when nobody said.</param>
/// <param name="IsOverflow">True when a model has refused the conversation as too long: then it must become shorter.</param>
public sealed record CompactionOrder(
    string SessionKey, string SessionId, Transcript Transcript, ModelCandidate Candidate, long ContextTokens, string? Instructions = null,
    bool IsOverflow = false);
