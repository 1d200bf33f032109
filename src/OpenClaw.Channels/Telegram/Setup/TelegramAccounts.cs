using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Channels.Telegram.Setup;

/// <summary>Which bots a config names (spec 10 §1.2).</summary>
internal static class TelegramAccounts
{
    /// <summary>Those with an entry and those that a binding names, sorted; never empty.</summary>
    public static IReadOnlyList<string> Ids(OpenClawConfig config)
    {
        var entries = config.Channels?[TelegramChannel.Id]?["accounts"] is JsonObject accounts ? accounts.Select(static a => a.Key) : [];
        var ids = entries.Where(static id => id.Trim().Length > 0).Concat(Bound(config).Select(static b => b.AccountId))
            .Select(AccountIds.Normalize).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return ids.Count == 0 ? [AccountIds.Default] : ids;
    }

    /// <summary>The one that is bound to the default agent, else <c>default</c>, else the first.</summary>
    public static string DefaultId(OpenClawConfig config)
    {
        var ids = Ids(config);
        var agents = config.Agents.List;
        var agent = (agents.FirstOrDefault(static a => a.Default) ?? (agents.Count > 0 ? agents[0] : null))?.Id ?? "main";
        var bound = Bound(config).FirstOrDefault(b => b.AgentId.Trim().Equals(agent.Trim(), StringComparison.OrdinalIgnoreCase)).AccountId;
        if (bound is not null)
            return AccountIds.Normalize(bound);
        return ids.Contains(AccountIds.Default) ? AccountIds.Default : ids[0];
    }

    private static IEnumerable<(string AgentId, string AccountId)> Bound(OpenClawConfig config) =>
        from binding in config.Bindings
        where binding.Match.Channel.Trim().Equals(TelegramChannel.Id, StringComparison.OrdinalIgnoreCase)
        let account = binding.Match.AccountId?.Trim()
        where account is { Length: > 0 } and not "*"
        select (binding.AgentId, account);
}
