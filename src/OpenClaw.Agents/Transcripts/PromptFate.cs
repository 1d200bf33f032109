using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Transcripts;

/// <summary>What a transcript says of a prompt with a <see cref="Transcripts.PromptId"/>.</summary>
/// <param name="State">What became of it.</param>
/// <param name="PromptId">Id under which it is there, or may be begun when it is not answered.</param>
/// <param name="Said">The answer as the model gave it; empty unless answered.</param>
public sealed record PromptFate(PromptState State, string PromptId, string Said = "")
{
    /// <summary>Looks a prompt up.</summary>
    /// <param name="content">The transcript of its session; null: there is none.</param>
    /// <param name="runId">Name of its run.</param>
    public static PromptFate Of(TranscriptContent? content, string runId)
    {
        var known = content?.Entries.Where(static entry => entry.Role == "user").Select(static entry => entry.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var attempt = 0;
        while (attempt < Transcripts.PromptId.MaxAttempts && known.Contains(Transcripts.PromptId.Of(runId, attempt)))
            attempt++;
        var fresh = Transcripts.PromptId.Of(runId, attempt);
        if (attempt == 0)
            return new PromptFate(PromptState.New, fresh);
        var latest = Transcripts.PromptId.Of(runId, attempt - 1);
        var path = content!.PathTo(content.Leaf?.Id);
        var at = path.ToList().FindIndex(entry => entry.Id == latest);

        // Off the path, or at its end: no model has answered it, and the next prompt takes its place.
        return at < 0 || path.Skip(at + 1).All(static entry => entry.Message is null)
            ? new PromptFate(PromptState.New, fresh)
            : After(path.Skip(at + 1), latest);
    }

    private static PromptFate After(IEnumerable<TranscriptEntry> following, string promptId)
    {
        foreach (var entry in following)
        {
            if (entry.Role == "user")
                return new PromptFate(PromptState.Merged, promptId);
            if (entry.Role == "assistant" && entry.Message is { } message && IsFinal(message))
                return new PromptFate(
                    PromptState.Answered, promptId, string.Concat(MessageJson.Content(message).OfType<ContentPart.Text>().Select(static part => part.Value)));
        }

        return new PromptFate(PromptState.CutOff, promptId);
    }

    private static bool IsFinal(System.Text.Json.JsonElement message) =>
        MessageJson.Text(message, "model") != MessageJson.MirrorModel
        && MessageJson.Text(message, "stopReason") is not (StopReasons.Injected or StopReasons.Error or StopReasons.Aborted)
        && !MessageJson.Content(message).OfType<ContentPart.ToolCall>().Any();
}
