using System.Text.Json;
using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Transcripts;

/// <summary>What a transcript file held at one moment.</summary>
/// <param name="Header">The first <c>session</c> line, if there is one.</param>
/// <param name="Entries">All other lines in file order.</param>
/// <param name="Damaged">Lines that could not be read.</param>
public sealed record TranscriptContent(JsonElement? Header, IReadOnlyList<TranscriptEntry> Entries, int Damaged)
{
    /// <summary>Numbers of those lines, from 1.</summary>
    public IReadOnlyList<int> DamagedLines { get; init; } = [];

    /// <summary>The entry that the next one hangs under.</summary>
    public TranscriptEntry? Leaf => Entries.LastOrDefault(static entry => entry.Id is not null);

    /// <summary>
    /// Parent of the next user prompt: the leaf, unless the leaf is a user message that never got an answer. Then the new prompt takes
    /// its place, and the orphan stays in the file but off the path.
    /// </summary>
    public string? PromptParent => Leaf is { Role: "user" } orphan ? orphan.ParentId : Leaf?.Id;

    /// <summary>The entries from the root to <paramref name="leafId"/>.</summary>
    public IReadOnlyList<TranscriptEntry> PathTo(string? leafId)
    {
        var byId = new Dictionary<string, TranscriptEntry>(Entries.Count, StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            if (entry.Id is { } id)
                byId[id] = entry;
        }

        var path = new List<TranscriptEntry>();
        for (var next = leafId; next is not null && byId.Remove(next, out var entry); next = entry.ParentId)
            path.Add(entry);
        path.Reverse();
        return path;
    }

    /// <summary>
    /// Tool calls at the end of a path that have no result: the run that made them was cut off, or they were handed to a caller who has not
    /// answered.
    /// </summary>
    internal static IReadOnlyList<ContentPart.ToolCall> OpenCalls(IReadOnlyList<TranscriptEntry> path)
    {
        var answered = new HashSet<string?>(StringComparer.Ordinal);
        for (var i = path.Count - 1; i >= 0; i--)
        {
            if (path[i].Message is not { } message)
                continue;
            switch (path[i].Role)
            {
                case "toolResult":
                    answered.Add(MessageJson.Text(message, "toolCallId"));
                    break;
                case "assistant" when MessageJson.Text(message, "stopReason") is not (StopReasons.Injected or StopReasons.Error or StopReasons.Aborted):
                    return [.. MessageJson.Content(message).OfType<ContentPart.ToolCall>().Where(call => !answered.Contains(call.Id))];
                case "assistant":
                    break;
                default:
                    return [];
            }
        }

        return [];
    }
}
