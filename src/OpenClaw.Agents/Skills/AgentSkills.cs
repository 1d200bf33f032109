using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Skills;

/// <summary>What runs and chat commands ask about skills.</summary>
public sealed class AgentSkills(AgentDirectory agents, SkillLibrary library, SkillGate gate)
{
    /// <summary>The skills an agent can use now, sorted by name.</summary>
    public IReadOnlyList<Skill> Usable(string agentId) => [.. library.Of(agentId).Skills.Where(skill => gate.Check(skill).Eligible)];

    /// <summary>The chat commands of an agent's skills.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="reserved">Names of other commands, without slash.</param>
    public IReadOnlyList<SkillCommand> Commands(string agentId, IEnumerable<string> reserved) => SkillCommands.Of(Usable(agentId), reserved);

    /// <summary>
    /// The skills of a session: those it began with, until something about skills changes (unless <c>skills.load.watch</c> is off). Null: the
    /// entry holds the right ones; else the change that brings it up to date.
    /// </summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="session">The entry.</param>
    /// <param name="isNewSession">True: the entry is about to begin anew.</param>
    /// <param name="only">Names of the skills the conversation may use; null: all.</param>
    internal Func<JsonObject, SkillSnapshot>? Renewal(string agentId, StoredSession? session, bool isNewSession = false, IReadOnlyList<string>? only = null)
    {
        var known = SkillSnapshot.Of(session);
        var isNew = isNewSession || session?.Flag("systemSent") != true;
        if (known is not null && !isNew && !agents.Config.Skills.Watch)
            return null;
        var set = library.Of(agentId);
        if (known is not null && !isNew && known.Version >= set.Version)
            return null;
        var usable = set.Skills
            .Where(skill => gate.Check(skill).Eligible && only?.Contains(skill.Name, StringComparer.OrdinalIgnoreCase) != false).ToList();

        // A session that never saw a skill needs no empty list in its entry.
        return usable.Count == 0 && known is null ? null : entry => SkillSnapshot.Store(entry, usable, set.Version);
    }

    /// <summary>Executables that an agent's usable skills need or bring; sorted.</summary>
    public IReadOnlyList<string> Bins(string agentId) => [.. Usable(agentId)
        .SelectMany(static skill => skill.Needs.Bins.Concat(skill.Needs.AnyBins).Concat(skill.Install.SelectMany(static install => install.Bins)))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Variables that the configuration gives the skills of a run. Values may be secret: they go to the commands the run starts and nowhere
    /// else. The gateway's own variables are not among them, whatever a skill says it needs: an agent can write skills itself.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables(string agentId)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        if (agents.Config.Skills.Entries.Count == 0)
            return result;
        foreach (var skill in Usable(agentId))
        {
            if (gate.Entry(skill) is not { } entry)
                continue;
            foreach (var (name, value) in entry.Env)
                Add(result, name, value);
            if (skill.PrimaryEnv is { } primary && entry.ApiKey is { } key)
                Add(result, primary, key);
        }

        return result;
    }

    private static void Add(Dictionary<string, string> result, string name, string value)
    {
        if (value.Length > 0 && SkillVariables.IsAllowed(name))
            result.TryAdd(name, value);
    }
}
