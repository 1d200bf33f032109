using OpenClaw.Agents.Context;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Sessions.Reset;
using OpenClaw.Agents.Skills;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Composes what keeps conversations in shape: summaries, resets and forks.</summary>
internal sealed class ContextParts(
    AgentDirectory agents, SessionStore sessions, ModelProviders providers, ModelRouter router, ModelSelection models, TimeProvider time)
{
    private readonly Compactor _compactor = new(agents, sessions, providers, time);

    /// <summary>The skills of every agent.</summary>
    public SkillLibrary SkillLibrary { get; } = new(agents, new SkillFolders(agents), time);

    /// <summary>Which of them can be used.</summary>
    public SkillGate SkillGate { get; } = new(agents);

    /// <summary>What runs and chat commands ask about skills.</summary>
    public AgentSkills Skills => new(agents, SkillLibrary, SkillGate);

    /// <summary>Shortens conversations, for the run loop.</summary>
    public Compactor Compactor => _compactor;

    /// <summary>Shortens a session's conversation on request.</summary>
    public SessionCompaction Compaction => new(_compactor, sessions, router, models);

    /// <summary>Whether a session goes on or begins anew when a message arrives.</summary>
    public SessionFreshness Freshness { get; } = new(sessions, new SessionForks(sessions));
}
