using OpenClaw.Agents.Context;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Sessions.Reset;
using OpenClaw.Agents.Skills;
using OpenClaw.Agents.Skills.Install;
using OpenClaw.Agents.Usage;
using OpenClaw.Configuration.Writing;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Methods;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Composes what keeps conversations in shape: summaries, resets and forks.</summary>
internal sealed class ContextParts(
    AgentDirectory agents, SessionStore sessions, ModelProviders providers, ModelRouter router, ModelSelection models, ApiKeys keys, ModelCatalog catalog, TimeProvider time) : IDisposable
{
    private SkillInstaller? _installer;
    private readonly Compactor _compactor = new(agents, sessions, providers, time);

    /// <summary>The skills of every agent.</summary>
    public SkillLibrary SkillLibrary { get; } = new(agents, new SkillFolders(agents), time);

    /// <summary>Which of them can be used.</summary>
    public SkillGate SkillGate { get; } = new(agents);

    /// <summary>Registers <c>skills.*</c> and <c>usage.*</c>.</summary>
    /// <param name="table">Where.</param>
    /// <param name="writer">Changes the configuration; null where nothing may.</param>
    public void Register(MethodTable table, IConfigWriter? writer)
    {
        new SkillsMethodHandlers(agents, new SkillReport(agents, SkillLibrary, SkillGate), Installer, writer is null ? null : new SkillSettings(writer)).Register(table);
        new UsageMethodHandlers(new UsageCosts(agents, catalog, time), new ProviderAllowances(agents, keys, time)).Register(table);
    }

    /// <inheritdoc/>
    public void Dispose() => _installer?.Dispose();

    private SkillInstaller Installer => _installer ??= new SkillInstaller(agents, SkillLibrary, SkillGate, new CommandRunner(), time);

    /// <summary>What runs and chat commands ask about skills.</summary>
    public AgentSkills Skills => new(agents, SkillLibrary, SkillGate);

    /// <summary>Shortens conversations, for the run loop.</summary>
    public Compactor Compactor => _compactor;

    /// <summary>Shortens a session's conversation on request.</summary>
    public SessionCompaction Compaction => new(_compactor, sessions, router, models);

    /// <summary>Whether a session goes on or begins anew when a message arrives.</summary>
    public SessionFreshness Freshness { get; } = new(sessions, new SessionForks(sessions));
}
