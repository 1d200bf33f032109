using System.Text.Json;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Context;

/// <summary>When the provider's cache of a conversation was last used; kept in the transcript as <c>openclaw.cache-ttl</c> (spec 08 §5).</summary>
internal static class CacheTouch
{
    /// <summary>Type of the entry.</summary>
    public const string CustomType = "openclaw.cache-ttl";

    /// <summary>The newest touch on a path; null when there is none.</summary>
    public static DateTimeOffset? Of(IReadOnlyList<TranscriptEntry> path)
    {
        for (var i = path.Count - 1; i >= 0; i--)
        {
            if (path[i].Type == "custom" && path[i].Text("customType") == CustomType && path[i].Raw.TryGetProperty("data", out var data)
                && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("timestamp", out var stamp) && stamp.TryGetInt64(out var ms)
                && ms is > 0 and < 253_402_300_799_999)
                return DateTimeOffset.FromUnixTimeMilliseconds(ms);
        }

        return null;
    }

    /// <summary>Writes one.</summary>
    public static Task StoreAsync(Transcript transcript, ModelRef model, DateTimeOffset now) => transcript.AppendCustomAsync(CustomType, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
        writer.WriteString("provider", model.Provider);
        writer.WriteString("modelId", model.Id);
        writer.WriteEndObject();
    });
}
