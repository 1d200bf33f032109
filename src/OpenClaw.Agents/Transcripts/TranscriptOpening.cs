namespace OpenClaw.Agents.Transcripts;

/// <summary>What a run is about to use; recorded in the transcript where it changes.</summary>
public sealed record TranscriptOpening(
    string SessionId, string WorkingDirectory, string Provider, string ModelId, string Api, string ThinkingLevel);
