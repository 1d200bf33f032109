using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Identity.Routing;

/// <summary>Decides which agent answers a message (spec 08 §3). Pure: the same configuration and message always give the same agent.</summary>
public static class AgentRouting
{
    private const string DefaultAccount = "default";
    private const string AnyAccount = "*";

    /// <summary>The most specific binding that fits, else the default agent. A binding to an agent that is not in the list counts for the default.</summary>
    /// <param name="config">Bindings and agents.</param>
    /// <param name="query">The message.</param>
    public static RouteMatch Find(OpenClawConfig config, RouteQuery query)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(query);
        var fitting = config.Bindings.Where(binding => Fits(binding.Match, query)).ToList();
        foreach (var (name, holds) in Levels(query))
        {
            if (fitting.Find(binding => holds(binding.Match)) is { } hit)
                return new RouteMatch(Known(config, hit.AgentId), name);
        }

        return new RouteMatch(DefaultAgent(config), "default");
    }

    private static IEnumerable<(string Name, Func<BindingMatch, bool> Holds)> Levels(RouteQuery query)
    {
        if (Trim(query.PeerId) is { } peer)
            yield return ("binding.peer", match => match.Peer is { } wanted && Same(wanted.Kind, query.PeerKind) && Trim(wanted.Id) == peer);
        if (Trim(query.GuildId) is { } guild)
            yield return ("binding.guild", match => match.Peer is null && Trim(match.GuildId) == guild);
        if (Trim(query.TeamId) is { } team)
            yield return ("binding.team", match => match.Peer is null && Trim(match.TeamId) == team);
        yield return ("binding.account", static match => IsPlain(match) && Trim(match.AccountId) != AnyAccount);
        yield return ("binding.channel", static match => IsPlain(match) && Trim(match.AccountId) == AnyAccount);
    }

    private static bool Fits(BindingMatch match, RouteQuery query) =>
        Same(match.Channel, query.Channel)
        && (Trim(match.AccountId) is var account && (account == AnyAccount || (account ?? DefaultAccount) == (Trim(query.AccountId) ?? DefaultAccount)));

    private static bool IsPlain(BindingMatch match) => match.Peer is null && Trim(match.GuildId) is null && Trim(match.TeamId) is null;

    private static string Known(OpenClawConfig config, string agentId)
    {
        var id = AgentIds.Normalize(agentId);
        return config.Agents.List.Count == 0 || config.Agents.List.Any(agent => AgentIds.Normalize(agent.Id) == id) ? id : DefaultAgent(config);
    }

    private static string DefaultAgent(OpenClawConfig config)
    {
        var list = config.Agents.List;
        return AgentIds.Normalize((list.FirstOrDefault(static agent => agent.Default) ?? (list.Count > 0 ? list[0] : null))?.Id);
    }

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string? Trim(string? text) => text?.Trim() is { Length: > 0 } value ? value : null;
}
