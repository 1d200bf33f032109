using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Context;

/// <summary>
/// Shortly before a conversation is shortened, one silent turn lets the agent save what must outlast it (spec 08 §13.2); once per compaction.
/// </summary>
internal static class MemoryFlush
{
    /// <summary>True when the turn should be made before the next normal one.</summary>
    /// <param name="session">The session's entry.</param>
    /// <param name="window">What the session may use.</param>
    /// <param name="config">The configuration.</param>
    public static bool IsDue(StoredSession? session, long window, CompactionConfig config)
    {
        var flush = config.MemoryFlush;
        if (!flush.Enabled || session?.Number("totalTokens") is not { } tokens)
            return false;

        // Reserve as compaction reckons it, so that in a small window the flush still comes before it and not at every turn.
        var limits = CompactionLimits.For(window, config);
        if (tokens < Math.Max(1, limits.Window - limits.Reserve - flush.SoftThresholdTokens))
            return false;
        return session.Number("memoryFlushCompactionCount") is not { } done || done != (session.Number("compactionCount") ?? 0);
    }

    /// <summary>What the agent is asked.</summary>
    public static string Prompt(CompactionConfig config, DateTimeOffset now, TimeZoneInfo zone) =>
        config.MemoryFlush.Prompt is { Length: > 0 } own
            ? own
            : string.Create(CultureInfo.InvariantCulture, $"""
                This conversation will soon be shortened. Save now what must outlast it: decisions, facts about people, promises, things left undone.
                Append it to memory/{TimeZoneInfo.ConvertTime(now, zone):yyyy-MM-dd}.md in your workspace (create the folder and the file if they are missing; never overwrite what is there).
                When nothing needs saving, or when you are done, answer with exactly {SystemPrompt.SilentReply}.
                """);

    /// <summary>The section added to the system prompt of that turn.</summary>
    public static string Section(CompactionConfig config) =>
        config.MemoryFlush.SystemPrompt is { Length: > 0 } own
            ? own
            : $"This turn is housekeeping before the conversation is shortened; the user does not see it. Save lasting notes, then answer with exactly {SystemPrompt.SilentReply}.";

    /// <summary>Remembers in the session's entry that the turn was made for the present number of compactions.</summary>
    public static void MarkDone(JsonObject entry, DateTimeOffset now)
    {
        entry["memoryFlushAt"] = now.ToUnixTimeMilliseconds();
        entry["memoryFlushCompactionCount"] = StoredSession.From(entry).Number("compactionCount") ?? 0;
    }
}
