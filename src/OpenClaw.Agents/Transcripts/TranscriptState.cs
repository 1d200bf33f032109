namespace OpenClaw.Agents.Transcripts;

/// <summary>Model and thinking level as of the end of a path; null where the path says nothing.</summary>
internal sealed record TranscriptState(string? Provider, string? ModelId, string? ThinkingLevel)
{
    public static TranscriptState Of(IReadOnlyList<TranscriptEntry> path)
    {
        var model = path.LastOrDefault(static entry => entry.Type == "model_change");
        var thinking = path.LastOrDefault(static entry => entry.Type == "thinking_level_change");
        return new TranscriptState(model?.Text("provider"), model?.Text("modelId"), thinking?.Text("thinkingLevel"));
    }
}
