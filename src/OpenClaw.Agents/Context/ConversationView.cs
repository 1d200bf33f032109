using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Context;

/// <summary>What of a conversation a model is shown: the path from its newest summary on, within the history limit, without stale tool results.</summary>
internal sealed class ConversationView(AgentDirectory agents, TimeProvider time)
{
    /// <summary>The messages to send.</summary>
    /// <param name="path">The entries from the root to the leaf.</param>
    /// <param name="canonicalKey">The session.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="window">What the session may use, in tokens.</param>
    public List<ModelMessage> Of(IReadOnlyList<TranscriptEntry> path, string canonicalKey, ModelRef model, long window)
    {
        var messages = HistoryLimit.Apply(ModelContext.Build(path), HistoryLimit.Of(agents.Config.Channels, canonicalKey));
        var pruning = agents.Config.Agents.Defaults.ContextPruning;
        return ResultPruning.Ttl(pruning, model) is { } ttl && CacheTouch.Of(path) is { } touched && time.GetUtcNow() - touched >= ttl
            ? ResultPruning.Apply(messages, pruning, window)
            : messages;
    }

    /// <summary>After a turn: notes when the provider's cache was used, for models whose cache matters.</summary>
    public Task TouchedAsync(Transcript transcript, ModelRef model) =>
        ResultPruning.Ttl(agents.Config.Agents.Defaults.ContextPruning, model) is null
            ? Task.CompletedTask
            : CacheTouch.StoreAsync(transcript, model, time.GetUtcNow());
}
